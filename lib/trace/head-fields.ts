/**
 * What the fields of a head say to the trace. Worked out once for each head: the same one is asked several times, and a browser sends
 * the same again and again (wire-head.ts keeps it as one).
 */
import type { HeaderLine } from './exchange'
import { recent } from './recent'

export type Pair = [name: string, value: string]

interface Fields {
  /** All Cookie lines as one. */
  cookie: string
  /** Name and value of every cookie, in order. */
  cookies: readonly Pair[]
  /** The access token of `Authorization`. */
  bearer: string | null
  /** Octets of the body; null: it comes in chunks, and only the end tells. */
  announcedBody: number | null
  /** Node answers that by itself before the answer (RFC 9110 section 10.1.1). */
  expectsContinue: boolean
}

const requests = recent<readonly HeaderLine[], Fields>(64)
const answers = recent<readonly HeaderLine[], readonly string[]>(64)

/** Of a request. */
export const fieldsOf = (headers: readonly HeaderLine[]): Fields =>
  requests.get(headers) ?? requests.keep(headers, readFields(headers))

function readFields(headers: readonly HeaderLine[]): Fields {
  const cookie = valuesOf(headers, 'cookie').join(';')
  const [authorization = ''] = valuesOf(headers, 'authorization')
  const isChunked = valuesOf(headers, 'transfer-encoding').some(Boolean)
  return {
    cookie,
    cookies: pairsIn(cookie),
    bearer: /^Bearer +([^\s,]+)$/i.exec(authorization)?.[1] ?? null,
    announcedBody: isChunked ? null : Number(valuesOf(headers, 'content-length')[0] ?? 0),
    expectsContinue: valuesOf(headers, 'expect').some((value) => value.toLowerCase() === '100-continue'),
  }
}

/** The Set-Cookie lines of an answer. */
export const setCookiesOf = (headers: readonly HeaderLine[]): readonly string[] =>
  answers.get(headers) ?? answers.keep(headers, valuesOf(headers, 'set-cookie'))

/** `a=1; b=2` as pairs; without a name all of it is the value. */
export function pairsIn(cookies: string): Pair[] {
  if (cookies === '') return []
  return cookies.split(';').map((pair): Pair => {
    const cut = pair.indexOf('=')
    return cut < 0 ? ['', pair.trim()] : [pair.slice(0, cut).trim(), pair.slice(cut + 1).trim()]
  })
}

const valuesOf = (headers: readonly HeaderLine[], wanted: string): string[] =>
  headers.flatMap(([name, value]) =>
    name.length === wanted.length && name.toLowerCase() === wanted ? value : [],
  )
