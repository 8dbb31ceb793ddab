/** Heads as they crossed the wire. */

import { BoundedMap } from '@/lib/process/bounded-map'
import type { HeaderLine, RequestHead, ResponseHead } from '../model/exchange'

/** Of the last few requests: a browser says the same again and again, and exchanges that said the same share it. */
const said: { raw: readonly string[]; lines: HeaderLine[] }[] = []
const MOST_SAID = 8
let nextSaid = 0

/** Node's flat list of names and values, unchanged in order, number and case. */
export function linesOf(rawHeaders: readonly string[]): HeaderLine[] {
  const known = said.find(({ raw }) => sameTexts(raw, rawHeaders))
  if (known) return known.lines
  const lines: HeaderLine[] = []
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) lines.push(shared(rawHeaders[i]!, rawHeaders[i + 1]!))
  said[nextSaid] = { raw: rawHeaders, lines }
  nextSaid = (nextSaid + 1) % MOST_SAID
  return lines
}

const sameTexts = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((text, index) => text === b[index])

type SentHead = Pick<ResponseHead, 'status' | 'reason' | 'headers'>

/** Of one second, and without a cookie in it, many answers have the same head. */
const heads = new BoundedMap<string, SentHead>(16)

/** The text that Node's server wrote: status line, fields, an empty line. */
export const parseSentHead = (head: string): SentHead => heads.get(head) ?? heads.keep(head, parse(head))

function parse(head: string): SentHead {
  const [statusLine = '', ...fields] = head.split('\r\n')
  const [, status, reason = ''] = /^HTTP\/\d\.\d (\d{3}) ?(.*)$/.exec(statusLine) ?? []
  const headers = fields.filter(Boolean).map((line): HeaderLine => {
    const colon = line.indexOf(': ')
    return colon < 0 ? [line.replace(/:$/, ''), ''] : shared(line.slice(0, colon), line.slice(colon + 2))
  })
  return { status: Number(status), reason, headers }
}

/** The same lines come and go again and again: kept once for all exchanges. By name, then value: nothing is joined to look one up. */
const MOST_NAMES = 100
const MOST_VALUES = 100
const known = new BoundedMap<string, BoundedMap<string, HeaderLine>>(MOST_NAMES)
/** These differ each time. */
const DIFFERING = /^(cookie|set-cookie|authorization|date|etag)$/i

const shared = (name: string, value: string): HeaderLine => known.get(name)?.get(value) ?? keep([name, value])

function keep(line: HeaderLine): HeaderLine {
  const [name, value] = line
  if (name.length + value.length > 300 || DIFFERING.test(name)) return line
  const values = known.get(name) ?? known.keep(name, new BoundedMap(MOST_VALUES))
  return values.keep(value, line)
}

/** Octets of the head in its plainest spelling: one space after each colon. Every character is one octet here. */
export function plainHeadBytes({
  method,
  target,
  httpVersion,
  headers,
}: Omit<RequestHead, 'headBytes' | 'bodyBytes'>): number {
  const fields = headers.map(([name, value]) => `${name}: ${value}\r\n`)
  return `${method} ${target} HTTP/${httpVersion}\r\n${fields.join('')}\r\n`.length
}
