/** What the exchanges of one lane and device say about its sign-in. Pure. */
import type { Device, StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'

export function lineOf(exchanges: readonly Exchange[], strategy: StrategyName, device: Device): Exchange[] {
  return exchanges.filter((exchange) => exchange.strategy === strategy && exchange.device === device)
}

export const statusOf = (exchange: Exchange): number => exchange.response?.status ?? 0

export const accepted = (exchange: Exchange): boolean => statusOf(exchange) >= 200 && statusOf(exchange) < 300

/** 401, and not only because a sign-in is missing or a password wrong. A refused refresh leaves the access token alone. */
export const refusesVisitor = (exchange: Exchange): boolean =>
  statusOf(exchange) === 401 &&
  exchange.action !== 'refresh' &&
  !NOT_THE_CREDENTIAL.includes(exchange.problem)

const NOT_THE_CREDENTIAL: (string | null)[] = ['sign_in_required', 'wrong_password']

/** A successful sign-in or sign-out: from here on another credential counts, or none. */
export const startsAnew = (exchange: Exchange): boolean =>
  accepted(exchange) && (exchange.action === 'sign-in' || exchange.action === 'sign-out')

/**
 * Was `email` signed in after these exchanges of one lane and device (oldest first)?
 * The body of a sign-in is not recorded: who signed in shows at the next request, until then anybody counts.
 */
export function isHeld(line: readonly Exchange[], email: string): boolean {
  return line.reduce((held, exchange) => heldAfter(held, exchange, email), false)
}

function heldAfter(held: boolean, exchange: Exchange, email: string): boolean {
  if (startsAnew(exchange)) return exchange.action === 'sign-in'
  if (refusesVisitor(exchange)) return false
  if (exchange.action === 'sign-in' || exchange.action === 'refresh') return held
  // Came with nothing: a page loaded anew has no access token, and a cookie can be deleted.
  if (exchange.credential.status === 'absent' && exchange.response) return false
  if (exchange.credential.status === 'valid') return exchange.credential.email === email
  return held
}
