/** What a lane charged against what the user row says now. Pure. */
import type { CartAnswer } from '@/lib/shop/answers'

export interface MoneyCheck {
  /** Integer cents, as this lane answered last. */
  charged: number
  /** Integer cents, with the discount that the row has now. */
  due: number
  currency: string
}

/** null: nothing is charged for an empty cart. @param percent whole percent off, in the row */
export function checkMoney(cart: CartAnswer | null, percent: number): MoneyCheck | null {
  if (!cart || cart.lines.length === 0) return null
  const sum = cart.total + cart.discount
  return { charged: cart.total, due: sum - Math.round((sum * percent) / 100), currency: cart.currency }
}
