/** What an answer tells the page about a shop. Pure. */

import type { ShopPatch } from '../connection/tabs'
import type { CartAnswer, CustomerAnswer, OrderAnswer, ShopState } from '../state/types'
import { type Answer, isOk } from './http'
import type { ShopRequest } from './requests'

interface Told {
  customer?: CustomerAnswer | null
  cart?: CartAnswer
  order?: OrderAnswer
  orders?: OrderAnswer[]
}

type Acted = ShopRequest['act']

export function patchOf(act: Acted, answer: Answer, shop: ShopState): ShopPatch {
  if (isOk(answer)) return { full: false, ...accepted(act, answer.body, shop) }
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

function accepted(act: Acted, body: unknown, shop: ShopState): ShopPatch {
  const told = (body ?? {}) as Told
  switch (act) {
    case 'sign-in':
      return { customer: told.customer ?? null, formerly: null, cart: told.cart ?? shop.cart, orders: null }
    case 'sign-out':
      return { customer: null, formerly: null, cart: emptyCart(shop), orders: null }
    case 'checkout':
      return {
        cart: emptyCart(shop),
        orders: shop.orders && told.order ? [told.order, ...shop.orders] : shop.orders,
      }
    case 'orders':
      return { orders: told.orders ?? [] }
    case 'me':
      return { customer: told.customer ?? null, formerly: null }
    case 'devices':
    case 'end-device':
    case 'end-other-devices':
    case 'password':
      return {}
    default:
      return { cart: cartOf(body) }
  }
}

/** Without the token that an answer may carry beside it: that belongs to the carrier alone. */
function cartOf(body: unknown): CartAnswer {
  const { lines, discount, total, currency } = body as CartAnswer
  return { lines, discount, total, currency }
}

function signedOut({ customer, formerly }: ShopState): ShopPatch {
  return { customer: null, formerly: customer?.name ?? formerly, cart: null, orders: null }
}

/** By the contract, a checkout and a sign-out leave an empty cart; neither answer carries one. */
function emptyCart({ cart }: ShopState): CartAnswer {
  return { lines: [], discount: 0, total: 0, currency: cart?.currency ?? 'EUR' }
}
