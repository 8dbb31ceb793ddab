/** The line of an exchange that carried an artifact: of a head, or the body that gave a token. Pure. */
import { readPair } from '@/lib/cookies/set-cookie'
import { cookiePairs } from '@/lib/http/field'
import type { Artifact } from '@/lib/trace/model/artifact'
import type { Exchange, HeaderLine } from '@/lib/trace/model/exchange'
import { BODY_LINE, bodyToken, TOKEN_MEMBER } from './body-token'
import type { HeadSide } from './wire-parts'

export interface WireLine {
  /** As wire-line.tsx names it: "request.3". */
  id: string
  field: string
}

/** The line that set it before the one that sent it; null: none has it. */
export function lineOfArtifact(exchange: Exchange, { side, place, name, id }: Artifact): WireLine | null {
  const { request, response } = exchange
  if (side === 'server') return null
  if (place !== 'cookie' && bodyToken(exchange)?.id === id) return { id: BODY_LINE, field: TOKEN_MEMBER }
  if (place !== 'cookie') return find('request', request.headers, ([field]) => /^authorization$/i.test(field))
  const sets = ([field, value]: HeaderLine) => /^set-cookie$/i.test(field) && readPair(value).name === name
  const sends = ([field, value]: HeaderLine) =>
    /^cookie$/i.test(field) && cookiePairs(value).some(([sent]) => sent === name)
  return find('response', response?.headers ?? [], sets) ?? find('request', request.headers, sends)
}

function find(
  side: HeadSide,
  headers: readonly HeaderLine[],
  is: (line: HeaderLine) => boolean,
): WireLine | null {
  const index = headers.findIndex(is)
  return index < 0 ? null : { id: `${side}.${index}`, field: headers[index]![0] }
}
