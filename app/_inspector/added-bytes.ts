/** What a strategy adds to the wire: octets of the lines and values that would not be there without it. Pure. */
import type { Exchange } from '../../lib/trace/exchange'
import { credentialBytes } from './credential-bytes'
import { lineBytes } from './wire-parts'

export interface AddedBytes {
  /** Cookie and Authorization lines. */
  request: number
  /** Set-Cookie lines. */
  response: number
  /** An access token in the body, without the JSON around it. */
  body: number
}

export function addedBytes({ request, response, steps }: Exchange): AddedBytes {
  const set = (response?.headers ?? []).filter(([name]) => name.toLowerCase() === 'set-cookie')
  const inCookie = set.some(([, line]) => /^(__Secure-)?access=/.test(line))
  const signed = steps.findLast(({ port, operation }) => port === 'accessTokens' && operation === 'sign')
  const delivered = signed && !inCookie && response !== null && response.status < 300
  return {
    request: credentialBytes({ request }),
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
