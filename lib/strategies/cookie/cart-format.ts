/** The dial `cartFormat`: ids and quantities, or whole lines, which outgrow a cookie four times as fast. */
import type { Cart } from '@/lib/shop/cart'
import type { SealedVisit } from './credential'
import type { Ports } from './ports'

export function toCookie({ dials, products }: Ports, cart: Cart): SealedVisit['cart'] {
  if (dials.cookie.cartFormat === 'ids') return { ...cart }
  return Object.entries(cart).flatMap(([sku, quantity]) => {
    const product = products.find(sku)
    return product ? [{ sku, name: product.name, unitPrice: product.unitPrice, quantity }] : []
  })
}

/** Either form is read. Names and prices in it are not looked at. */
export function fromCookie(cart: SealedVisit['cart']): Cart {
  return Array.isArray(cart) ? Object.fromEntries(cart.map(({ sku, quantity }) => [sku, quantity])) : cart
}
