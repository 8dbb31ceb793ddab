/**
 * The cart: ids and quantities only. Names and prices belong to the catalogue, so that
 * neither a cookie nor a row can carry a price that has since changed.
 */
export type Cart = Readonly<Record<string, number>>

export const MOST_QUANTITY = 99

const capped = (quantity: number) => Math.min(quantity, MOST_QUANTITY)

export function add(cart: Cart, sku: string, quantity: number): Cart {
  return { ...cart, [sku]: capped((cart[sku] ?? 0) + quantity) }
}

export function setQuantity(cart: Cart, sku: string, quantity: number): Cart {
  return { ...cart, [sku]: capped(quantity) }
}

export function remove(cart: Cart, sku: string): Cart {
  const { [sku]: _, ...rest } = cart
  return rest
}

/** A guest signs in: quantities add up, capped. */
export function merge(cart: Cart, guest: Cart): Cart {
  return Object.entries(guest).reduce((all, [sku, quantity]) => add(all, sku, quantity), cart)
}

export function isEmpty(cart: Cart): boolean {
  return Object.keys(cart).length === 0
}
