/** What the shop said in an answer about the visitor and the cart: so that a step of the timeline can be shown again. */
import type { CartAnswer, CustomerAnswer } from '@/lib/shop/answers'

export interface ShopAnswer {
  customer?: CustomerAnswer | null
  cart?: CartAnswer
}

/** A line is about 110 octets, and up to 500 answers are kept. */
const MOST_LINES = 40

/**
 * @param body of an answer, before a token is added to it
 * @returns null: it speaks of neither, or of more lines than are kept
 */
export function shopAnswer(body: unknown): ShopAnswer | null {
  const { customer, cart, ...rest } = (body ?? {}) as ShopAnswer & Partial<CartAnswer>
  const own = cart ?? (rest.lines ? (rest as CartAnswer) : undefined)
  if (own && own.lines.length > MOST_LINES) return null
  const told: ShopAnswer = { ...(customer !== undefined && { customer }), ...(own && { cart: own }) }
  return Object.keys(told).length > 0 ? told : null
}
