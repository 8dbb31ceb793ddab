import { methods } from '@/lib/http/methods'
import { json } from '@/lib/http/problem'
import { PRODUCTS } from '@/lib/shop/catalogue'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: () => json({ products: PRODUCTS, currency: 'EUR' }),
})
