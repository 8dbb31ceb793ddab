/** What a strategy adds to the wire: octets of the lines and values that would not be there without it. Pure. */
import { readPair } from '@/lib/cookies/set-cookie'
import { isAccessCookie, isNamedLike } from '@/lib/trace/ledger/lane-cookies'
import type { Exchange } from '@/lib/trace/model/exchange'
import { shareOf } from './credential-bytes'
import { lineBytes } from './line-bytes'

export interface AddedBytes {
  /** Cookie and Authorization lines, as far as they are the lane's. */
  request: number
  /** What stands in the same lines and is not the lane's: not among the others. */
  foreign: number
  /** Set-Cookie lines. */
  response: number
  /** An access token in the body, without the JSON around it. */
  body: number
}

export function addedBytes(exchange: Exchange): AddedBytes {
  const { strategy, answeredBy, response, steps } = exchange
  const isOwn = (name: string) => answeredBy !== undefined || isNamedLike(strategy, name)
  const set = (response?.headers ?? []).filter(
    ([field, line]) => field.toLowerCase() === 'set-cookie' && isOwn(readPair(line).name),
  )
  const inCookie = set.some(([, line]) => isAccessCookie(readPair(line).name))
  const signed = steps.findLast(({ port, operation }) => port === 'accessTokens' && operation === 'sign')
  const delivered = signed && !inCookie && response !== null && response.status < 300
  const { own, foreign } = shareOf(exchange)
  return {
    request: own,
    foreign,
    response: set.reduce((sum, line) => sum + lineBytes(line), 0),
    body: delivered ? Number(signed.facts.bytes) : 0,
  }
}

/** Of this lane, all devices, up to this exchange; `count`: over how many. */
export function addedSoFar(
  exchange: Exchange,
  exchanges: readonly Exchange[],
): { bytes: number; count: number } {
  const lane = exchanges.filter(({ strategy, seq }) => strategy === exchange.strategy && seq <= exchange.seq)
  const bytes = lane
    .map(addedBytes)
    .reduce((sum, { request, response, body }) => sum + request + response + body, 0)
  return { bytes, count: lane.length }
}
