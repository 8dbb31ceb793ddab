/** What the shop said in an answer about the visitor and the cart: so that a step of the timeline can be shown again. */

export interface ShopAnswer {
  customer?: { email: string; name: string; role: string } | null
  cart?: AnsweredCart
}

export interface AnsweredCart {
  lines: { sku: string; name: string; quantity: number; unitPrice: number; lineTotal: number }[]
  /** Integer cents, like all money here. */
  discount: number
  total: number
  currency: string
}

/** A line is about 110 octets, and up to 500 answers are kept. */
const MOST_LINES = 40

/**
 * @param body of an answer, before a token is added to it
 * @returns null: it speaks of neither, or of more lines than are kept
 */
export function shopAnswer(body: unknown): ShopAnswer | null {
  const { customer, cart, ...rest } = (body ?? {}) as ShopAnswer & Partial<AnsweredCart>
  const own = cart ?? (rest.lines ? (rest as AnsweredCart) : undefined)
  if (own && own.lines.length > MOST_LINES) return null
  const told: ShopAnswer = { ...(customer !== undefined && { customer }), ...(own && { cart: own }) }
  return Object.keys(told).length > 0 ? told : null
}
