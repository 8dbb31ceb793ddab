/** Seconds from one moment of a room to another: both by the room's clock, which the wire tap notes. */
import type { Reply } from '../stage/client'

/** One that has begun counts. @param until ISO 8601; null: there is no such moment, and nothing remains */
export function secondsUntil(until: string | null, { exchange }: Reply): number {
  if (until === null || !exchange) return 0
  return Math.max(0, Math.ceil((Date.parse(until) - Date.parse(exchange.sandboxAt)) / 1000))
}

/** Whole ones, from the request of one reply to that of another. */
export const secondsBetween = (first: Reply, then: Reply): number =>
  Math.floor((Date.parse(then.exchange!.sandboxAt) - Date.parse(first.exchange!.sandboxAt)) / 1000)

/** Until the credential that was presented ends by itself, as far as the shop can tell. */
export const secondsLeft = (reply: Reply): number =>
  secondsUntil(reply.exchange?.credential.expiresAt ?? null, reply)
