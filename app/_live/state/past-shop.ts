/**
 * What a shop showed at a step of the timeline: the recorded answers, read again in order as the page reads them
 * when they come. Pure.
 */

import { shownBy } from '@/lib/reading/timeline/shown-by'
import type { Step } from '@/lib/reading/timeline/steps-of'
import type { Answers, CustomerAnswer } from '@/lib/shop/answers'
import { rowOf } from '@/lib/shop/operations'
import type { Device, StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'
import type { Answer } from '../requests/http'
import { denied, nowIs, patchOf, refusesVisitor } from '../requests/patch-of'
import { type ShopState, UNREAD } from './types'

export interface PastShop extends Pick<ShopState, 'customer' | 'formerly' | 'cart'> {
  /**
   * Why there is no cart: `nothing` was sent, the shop `refused` and said nothing, or the answer was not recorded
   * (too long, or older than what is kept).
   */
  without: 'nothing' | 'refused' | 'unrecorded' | null
}

/** Answers that say who is there, or what is in the cart. */
const OF_THE_VISIT: ReadonlySet<string> = new Set<keyof Answers>(['customer', 'cart', 'visit'])

/** `steps`: up to and with the chosen one. */
export function pastShop(steps: readonly Step[], strategy: StrategyName, device: Device): PastShop {
  let shop: ShopState = UNREAD
  let without: PastShop['without'] = 'nothing'
  for (const step of steps) {
    const exchange = step.device === device ? step.exchanges[strategy] : undefined
    if (!exchange?.response) continue
    shop = { ...shop, ...said(exchange, shop) }
    without = shop.cart
      ? null
      : isRefusal(exchange)
        ? 'refused'
        : without === 'refused'
          ? without
          : 'unrecorded'
  }
  const { customer, formerly, cart } = shop
  return { customer, formerly, cart, without }
}

function said(exchange: Exchange, shop: ShopState): Partial<ShopState> {
  const { action, answered, problem } = exchange
  const row = rowOf(action)
  const status = exchange.response!.status
  const known = knownBy(exchange, shop)
  const answer: Answer = { status, code: problem, body: bodyOf(exchange), retryAfter: null, date: null }
  const tells = row && (row.leaves || OF_THE_VISIT.has(row.answers))
  if (!tells)
    return action === 'refresh' ? known : { ...known, ...(refusesVisitor(answer) && denied(answer, shop)) }
  // A cart that was too long to keep: what was there before is no longer so.
  if (status < 300 && !answered && !row.leaves) return { ...known, cart: null }
  return { ...known, ...patchOf(row, answer, shop) }
}

const bodyOf = ({ action, answered }: Exchange): Answer['body'] =>
  rowOf(action)?.answers === 'cart' ? (answered?.cart ?? null) : answered

/** A refused refresh leaves the access token alone. */
const isRefusal = ({ action, problem }: Exchange) => action !== 'refresh' && refusesVisitor({ code: problem })

/**
 * Signed in before the oldest exchange that is kept: the credential says who it is, no answer says the name. Or a cookie has come
 * or gone, and somebody else is signed in, or nobody.
 */
function knownBy(exchange: Exchange, { customer }: ShopState): Partial<ShopState> {
  const shown = shownBy(exchange)
  if (shown === null || shown === (customer?.email ?? 'nobody')) return {}
  return nowIs(shown === 'nobody' ? null : named(shown))
}

const named = (email: string): CustomerAnswer => ({ email, name: email, role: 'customer' })
