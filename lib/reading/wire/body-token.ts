/** The access token in the body of an answer: it stands in no header line, and a page keeps it. Pure. */
import type { Artifact } from '@/lib/trace/model/artifact'
import type { Exchange } from '@/lib/trace/model/exchange'
import { addedBytes } from './added-bytes'

/** The member of the JSON that carries it (lib/strategies/jwt/carrier.ts). */
export const TOKEN_MEMBER = 'accessToken'

/** As wire-of.ts names lines. */
export const BODY_LINE = 'response.body'

/** What lies in the browser since this answer; its value is masked as everywhere. null: no token came in the body. */
export function bodyToken(exchange: Exchange): Artifact | null {
  const { body } = addedBytes(exchange)
  if (body === 0) return null
  return exchange.stored.after.find((one) => one.bytes === body && isHere(one, exchange)) ?? null
}

const isHere = ({ side, place, device, form }: Artifact, exchange: Exchange) =>
  side === 'browser' && place !== 'cookie' && device === exchange.device && form === 'signed'
