/** Who is in a shop, as far as its answers say. Pure. */
import { refusesVisitor } from '@/app/_live/requests/patch-of'
import type { ShopState } from '@/app/_live/state/types'

/** `unknown`: no answer has said so yet. */
export type Who = 'customer' | 'nobody' | 'guest' | 'unknown'

type Told = Pick<ShopState, 'customer' | 'formerly' | 'cart' | 'last'>

/** The shop does not say what is in the cart; after a reload nobody knows whose it was. */
export const isRefused = ({ cart, last }: Told): boolean =>
  cart === null && last !== null && refusesVisitor(last)

export function whoOf(shop: Told): Who {
  if (shop.customer) return 'customer'
  if (shop.formerly || isRefused(shop)) return 'nobody'
  const isAnswered = shop.last !== null && shop.last.status >= 200 && shop.last.status < 300
  return shop.cart || isAnswered ? 'guest' : 'unknown'
}

/** Why no cart is shown, as a key of `shop`; null: one is. */
export function withoutCart(shop: Told): 'refused' | 'unanswered' | 'none' | null {
  if (shop.cart) return null
  if (isRefused(shop)) return 'refused'
  return shop.last?.status === 0 && shop.last.code === null ? 'unanswered' : 'none'
}
