/**
 * What the fields of a head say to the trace. Worked out once for each head: the same one is asked several times, and a browser sends
 * the same again and again (wire-head.ts keeps it as one).
 */
import { cookiePairs, type Pair } from '@/lib/http/field'
import { BoundedMap } from '@/lib/process/bounded-map'
import type { HeaderLine } from '../model/exchange'

interface Fields {
  /** All Cookie lines as one. */
  cookie: string
  /** Name and value of every cookie, in order. */
  cookies: readonly Pair[]
  /** The text behind `Bearer`, whatever it is; null: there is none, or it is one of two and the shop takes neither. */
  bearer: string | null
  /** An Authorization field came, of whatever kind. */
  authorized: boolean
  /** Octets of the body; null: it comes in chunks, and only the end tells. */
  announcedBody: number | null
  /** Node answers that by itself before the answer (RFC 9110 section 10.1.1). */
  expectsContinue: boolean
}

const requests = new BoundedMap<readonly HeaderLine[], Fields>(64)
const answers = new BoundedMap<readonly HeaderLine[], readonly string[]>(64)

/** Of a request. */
export const fieldsOf = (headers: readonly HeaderLine[]): Fields =>
  requests.get(headers) ?? requests.keep(headers, readFields(headers))

function readFields(headers: readonly HeaderLine[]): Fields {
  const cookie = valuesOf(headers, 'cookie').join(';')
  const authorization = valuesOf(headers, 'authorization')
  const isChunked = valuesOf(headers, 'transfer-encoding').some(Boolean)
  return {
    cookie,
    cookies: cookiePairs(cookie),
    bearer: authorization.length === 1 ? (/^Bearer +([^ ].*)$/i.exec(authorization[0]!)?.[1] ?? null) : null,
    authorized: authorization.length > 0,
    announcedBody: isChunked ? null : Number(valuesOf(headers, 'content-length')[0] ?? 0),
    expectsContinue: valuesOf(headers, 'expect').some((value) => value.toLowerCase() === '100-continue'),
  }
}

/** The Set-Cookie lines of an answer. */
export const setCookiesOf = (headers: readonly HeaderLine[]): readonly string[] =>
  answers.get(headers) ?? answers.keep(headers, valuesOf(headers, 'set-cookie'))

const valuesOf = (headers: readonly HeaderLine[], wanted: string): string[] =>
  headers.flatMap(([name, value]) =>
    name.length === wanted.length && name.toLowerCase() === wanted ? value : [],
  )
