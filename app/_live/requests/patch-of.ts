/** What an answer tells the page about a shop. Pure. */

import type { Answers, CartAnswer, CustomerAnswer } from '@/lib/shop/answers'
import type { OperationRow } from '@/lib/shop/operations'
import type { ShopPatch } from '../connection/tabs'
import type { ShopState } from '../state/types'
import { type Answer, isOk } from './http'

/** What the row says of its answer. */
type Says = Pick<OperationRow, 'answers' | 'leaves'>

export function patchOf(operation: Says, answer: Answer, shop: ShopState): ShopPatch {
  return isOk(answer) ? { full: false, ...accepted(operation, answer.body, shop) } : denied(answer, shop)
}

/** The same for every operation. */
export function denied(answer: Answer, shop: ShopState): ShopPatch {
  if (refusesVisitor(answer)) return signedOut(shop)
  // The shop asks for a sign-in: whoever was shown is not signed in any more.
  if (answer.code === 'sign_in_required' && shop.customer) return nowIs(null)
  return answer.code === 'cart_full' ? { full: true } : {}
}

/** The credential was refused. A missing sign-in or a wrong password is a 401 too, and no refusal. */
export function refusesVisitor({ code }: Pick<Answer, 'code'>): boolean {
  return code === 'credential_expired' || code === 'credential_refused'
}

/** Somebody else, or nobody, without a sign-in or a sign-out: a cookie came or went. The cart is as the answer has it. */
export const nowIs = (customer: CustomerAnswer | null): ShopPatch => ({
  customer,
  formerly: null,
  orders: null,
})

function accepted({ answers, leaves }: Says, body: unknown, shop: ShopState): ShopPatch {
  const read = READ[answers] as (body: object, shop: ShopState) => ShopPatch
  const told = read((body ?? {}) as object, shop)
  if (leaves === 'nobody') return { customer: null, formerly: null, cart: EMPTY, orders: null }
  return leaves === 'empty cart' ? { ...told, cart: EMPTY } : told
}

type Read<Body> = (body: Partial<Body>, shop: ShopState) => ShopPatch

const READ: { readonly [Kind in keyof Answers]: Read<Answers[Kind]> } = {
  customer: ({ customer = null }) => ({ customer, formerly: null }),
  cart: (cart) => ({ cart: cart.lines ? cartOf(cart as CartAnswer) : null }),
  visit: ({ customer = null, cart }, shop) => ({
    customer,
    formerly: null,
    cart: cart ?? shop.cart,
    orders: null,
  }),
  order: ({ order }, { orders }) => ({ orders: orders && order ? [order, ...orders] : orders }),
  orders: ({ orders = [] }) => ({ orders }),
  devices: () => ({}),
  token: () => ({}),
  nothing: () => ({}),
}

/** Without the token that an answer may carry beside it: that belongs to the carrier alone. */
function cartOf({ lines, discount, total, currency }: CartAnswer): CartAnswer {
  return { lines, discount, total, currency }
}

function signedOut({ customer, formerly }: ShopState): ShopPatch {
  return { customer: null, formerly: customer?.name ?? formerly, cart: null, orders: null }
}

/** By the contract, a checkout and a sign-out leave an empty cart; neither answer carries one. */
const EMPTY: CartAnswer = { lines: [], discount: 0, total: 0, currency: 'EUR' }
