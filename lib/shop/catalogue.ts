/**
 * What the shop sells, and the only place where money is computed. Prices are integer cents.
 * Eight products with pictures, and 192 plain ones, so that a cart can outgrow a cookie.
 */
import type { CartAnswer, CartLine, Product } from './answers'
import type { Cart } from './cart'

const FEATURED: [sku: string, name: string, unitPrice: number][] = [
  ['apple', 'Apple', 60],
  ['pear', 'Pear', 80],
  ['plum', 'Plum', 45],
  ['cherry', 'Cherries', 390],
  ['lemon', 'Lemon', 70],
  ['carrot', 'Carrots', 180],
  ['bread', 'Bread', 420],
  ['cheese', 'Cheese', 650],
]

const plain = (number: number): Product => ({
  sku: `pantry-${String(number).padStart(3, '0')}`,
  name: `Pantry item ${number}`,
  unitPrice: 100 + ((number * 37) % 400),
  featured: false,
})

export const PRODUCTS: readonly Product[] = [
  ...FEATURED.map(([sku, name, unitPrice]) => ({ sku, name, unitPrice, featured: true })),
  ...Array.from({ length: 192 }, (_, index) => plain(index + 1)),
]

const bySku = new Map(PRODUCTS.map((product) => [product.sku, product]))

export const findProduct = (sku: string): Product | null => bySku.get(sku) ?? null

/** @param percent whole percent off, of whoever asks */
export function price(cart: Cart, percent: number): CartAnswer {
  const lines = Object.entries(cart).flatMap(([sku, quantity]) => {
    const product = findProduct(sku)
    return product ? [lineOf(product, quantity)] : []
  })
  const sum = lines.reduce((total, line) => total + line.lineTotal, 0)
  const discount = Math.round((sum * percent) / 100)
  return { lines, discount, total: sum - discount, currency: 'EUR' }
}

function lineOf({ sku, name, unitPrice }: Product, quantity: number): CartLine {
  return { sku, name, quantity, unitPrice, lineTotal: unitPrice * quantity }
}
