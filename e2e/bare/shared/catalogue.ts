/** What is sold. A cart holds ids and quantities; names and prices are looked up here. */
export const PRODUCTS = [
  { sku: 'apple', name: 'Apple', cents: 60 },
  { sku: 'bread', name: 'Bread', cents: 420 },
]

export const findProduct = (sku: unknown) => PRODUCTS.find((product) => product.sku === sku)
