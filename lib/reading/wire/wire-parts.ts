/** Cuts a header line into what the Wire view draws differently: credential, cookie attribute, the rest. Pure. */
import { type CookieAttribute, readSetCookie } from '@/lib/cookies/set-cookie'
import { withoutOws } from '@/lib/http/field'
import type { HeaderLine } from '@/lib/trace/model/exchange'

export interface LinePart {
  text: string
  kind: 'plain' | 'credential' | 'attribute'
  /** Which note explains it (field-notes.ts); null: none. */
  note: string | null
  /** The cookie that this is the value of. */
  cookie?: string
  /** Attributes only: what parts it from what stands before it. */
  before?: string
}

export type HeadSide = 'request' | 'response'

const plain = (text: string): LinePart => ({ text, kind: 'plain', note: null })
const credential = (text: string): LinePart => ({ text, kind: 'credential', note: null })

export function partsOf(side: HeadSide, [name, value]: HeaderLine): LinePart[] {
  const field = name.toLowerCase()
  if (side === 'request' && field === 'cookie') return partsOfCookies(value)
  if (side === 'request' && field === 'authorization') return authorization(value)
  if (side === 'response' && field === 'set-cookie') return setCookie(value)
  return [plain(value)]
}

function partsOfCookies(value: string): LinePart[] {
  // With what parts them: a browser writes `; `, and whoever writes it otherwise means the same.
  return value.split(/(;[ \t]*)/).flatMap((part, i) => (i % 2 === 1 ? plain(part) : nameAndValue(part)))
}

function nameAndValue(pair: string): LinePart[] {
  const at = pair.indexOf('=')
  if (at < 0) return pair === '' ? [] : [{ ...credential(pair), cookie: '' }]
  const name: LinePart = { text: pair.slice(0, at + 1), kind: 'plain', note: noteOfName(pair) }
  const cookie = withoutOws(pair.slice(0, at))
  return at + 1 < pair.length ? [name, { ...credential(pair.slice(at + 1)), cookie }] : [name]
}

function noteOfName(name: string): string | null {
  if (/^__secure-/i.test(name)) return 'secure-prefix'
  return /^__host-/i.test(name) ? 'host-prefix' : null
}

function authorization(value: string): LinePart[] {
  const at = value.indexOf(' ')
  if (at < 0) return [credential(value)]
  const scheme: LinePart = {
    text: value.slice(0, at),
    kind: 'plain',
    note: /^bearer$/i.test(value.slice(0, at)) ? 'bearer' : 'unknown',
  }
  return [scheme, plain(' '), credential(value.slice(at + 1))]
}

function setCookie(line: string): LinePart[] {
  const [pair = ''] = line.split(';', 1)
  const parts = nameAndValue(pair)
  let end = pair.length
  for (const attribute of readSetCookie(line).attributes) {
    const before = line.slice(end, attribute.start)
    const text = line.slice(attribute.start, attribute.end)
    parts.push({ text, before, kind: 'attribute', note: noteOfAttribute(attribute) })
    end = attribute.end
  }
  return end < line.length ? [...parts, plain(line.slice(end))] : parts
}

/** One that browsers know without its being in the specification has a note of its own. */
const noteOfAttribute = ({ name, known }: CookieAttribute) =>
  known ?? (name.toLowerCase() === 'partitioned' ? 'partitioned' : 'unknown')

/** Fields that this app writes; the browser or the HTTP server adds the others by itself. */
const WRITTEN_HERE: Record<HeadSide, readonly string[]> = {
  request: ['content-type', 'authorization'],
  response: [
    'content-type',
    'cache-control',
    'set-cookie',
    'www-authenticate',
    'retry-after',
    'allow',
    'vary',
  ],
}

/** The framework sends a `Vary` of its own, which names its `RSC` field. */
export function writtenHere(side: HeadSide, [name, value]: HeaderLine): boolean {
  return WRITTEN_HERE[side].includes(name.toLowerCase()) && !/\brsc\b/i.test(value)
}

/** Request fields that page script wrote, or whose value `location` and `navigator` tell it. */
const KNOWN_TO_SCRIPT = [
  'host',
  'origin',
  'referer',
  'user-agent',
  'accept',
  'accept-language',
  'content-type',
  'content-length',
  'authorization',
  'sec-ch-ua',
  'sec-ch-ua-mobile',
  'sec-ch-ua-platform',
]

/**
 * Can script on the page know this line? A same-origin response shows it every field but Set-Cookie (Fetch,
 * "forbidden response-header name"). null: no page sent this request.
 */
export function scriptKnows(side: HeadSide, name: string, fromPage: boolean): boolean | null {
  if (!fromPage) return null
  const field = name.toLowerCase()
  return side === 'request' ? KNOWN_TO_SCRIPT.includes(field) : field !== 'set-cookie'
}

/** Browsers send Fetch Metadata with every request to this site; curl and the attacker's client do not. */
export function sentByPage(headers: readonly HeaderLine[]): boolean {
  return headers.some(([name]) => name.toLowerCase() === 'sec-fetch-site')
}
