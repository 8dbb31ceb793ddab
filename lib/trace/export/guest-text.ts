/**
 * Who knows the public name of a sandbox can ask its shop as a guest, and could leave texts in the owner's panel that way: in a field, a
 * query, a path, a body. Of a request that no signed-in customer sent, everything is held back that neither has one of a few closed
 * forms nor comes alike from the owner's own browser. It is recorded as it came, and told when the owner opens that exchange.
 */
import { cookiePairs, mapPairs, withoutOws } from '@/lib/http/field'
import { isNamedLikeAny } from '../ledger/lane-cookies'
import type { Exchange, GuestText, HeaderLine } from '../model/exchange'
import { pathOf } from '../model/lane-target'

/** Header lines that the owner's browser sends: `name: value`, the name in lower case. */
export type OwnLines = ReadonlySet<string>

type Sent = Pick<Exchange, 'request' | 'response' | 'sent' | 'action'>

/** null: there is nothing to hold back. */
export function guestTextOf({ request, response, sent, action }: Sent, own: OwnLines): GuestText | null {
  const lines = request.headers.flatMap((line, index) => (isPlain(line, own) ? [] : index))
  const cookies = pairsOf(request.headers).flatMap(({ name }, nth) => (isKnownCookie(name, own) ? [] : nth))
  // What the shop took has a form that it knows.
  const taken = response !== null && response.status < 400
  const told = plainTarget(request.target, taken && action !== 'other')
  const target = told === request.target ? null : told
  const body = sent !== null && !taken
  return lines.length + cookies.length > 0 || target !== null || body
    ? { lines, cookies, target, body }
    : null
}

/** A line of the head as it may be told unasked: of both sides only how long they are. */
export const heldBack = ([name, value]: HeaderLine): HeaderLine => [
  isKnownName(name) ? name : lengthOnly(name),
  lengthOnly(value),
]

/** The head with its Cookie lines pair by pair: `hold` for those that are held back; null drops one. */
export function mapCookies(
  headers: readonly HeaderLine[],
  held: readonly number[],
  tell: (pair: string) => string,
  hold: (pair: string) => string | null,
): HeaderLine[] {
  let nth = 0
  return headers.map((line) => {
    if (!isCookieLine(line)) return line
    const told = mapPairs(line[1], (pair) => (held.includes(nth++) ? hold(pair) : tell(pair)))
    return [line[0], withoutOws(told)]
  })
}

export function lengthsOfPair(pair: string): string {
  const [, space = '', rest = ''] = /^([ \t]*)(.*)$/s.exec(pair) ?? []
  const cut = rest.indexOf('=')
  return (
    space +
    (cut < 0 ? lengthOnly(rest) : `${lengthOnly(rest.slice(0, cut))}=${lengthOnly(rest.slice(cut + 1))}`)
  )
}

/** Without the cookies whose names are held back. */
export function carriedAsTold({ carried, guestText, request }: Exchange): Exchange['carried'] {
  if (!guestText || guestText.cookies.length === 0) return carried
  const held = new Set(guestText.cookies.map((nth) => pairsOf(request.headers)[nth]!.name))
  return carried?.filter(({ name }) => !held.has(name))
}

const isCookieLine = ([name]: HeaderLine) => name.toLowerCase() === 'cookie'

const pairsOf = (headers: readonly HeaderLine[]) =>
  headers.filter(isCookieLine).flatMap(([, value]) => cookiePairs(value).map(([name]) => ({ name })))

const isKnownCookie = (name: string, own: OwnLines) => isNamedLikeAny(name) || own.has(ownCookie(name))

/** Other programs on this host have cookies too, and the owner's browser sends them to the control plane as well. */
export const ownCookie = (name: string): string => `cookie ${name}`

export const lengthOnly = (text: string): string => (text === '' ? '' : `…[${text.length}]`)

export const ownLine = (name: string, value: string): string => `${name.toLowerCase()}: ${value}`

function isPlain([name, value]: HeaderLine, own: OwnLines): boolean {
  return (
    name.toLowerCase() === 'cookie' ||
    CLOSED.get(name.toLowerCase())?.test(value) ||
    own.has(ownLine(name, value)) ||
    (name.toLowerCase() === 'referer' && isOwnPage(value, own))
  )
}

/** A page of this site with what its own links say of a place (app/_live/connection/links.ts): its address changes with every step that is looked at. */
function isOwnPage(url: string, own: OwnLines): boolean {
  const [, host, place] = /^https?:\/\/([^/]+)(\/.*)$/.exec(url) ?? []
  return host !== undefined && own.has(ownLine('host', host)) && OWN_PAGE.test(place!)
}

const OWN_PAGE =
  /^\/(?:ko\/?)?(?:cookie|session|jwt|code|bench|about|numbers|myths|labs(?:\/x\d\d-[a-z-]{1,24})?)?(?:\?(?:(?:device|view|lane)=[a-z]{1,8}|step=\d{1,5})(?:&(?:(?:device|view|lane)=[a-z]{1,8}|step=\d{1,5})){0,3})?$/

/** What a lane and its operations are called; a name of a product or a device that the shop did not take could be any text. */
function plainTarget(target: string, taken: boolean): string {
  const path = pathOf(target)
  const known = KNOWN_PATH.exec(path)?.[0] ?? ''
  const free = taken && !path.includes('%') ? target.slice(path.length) : target.slice(known.length)
  return free === '' ? target : target.slice(0, target.length - free.length) + lengthOnly(free)
}

const KNOWN_PATH =
  /^\/api\/(?:cookie|session|jwt)\/(?:[a-z0-9]{1,4}-)?[\w-]{11}\/(?:laptop|phone|attacker)(?:\/(?:me|cart(?:\/items)?|sign-in|sign-out|checkout|orders|devices|password|refresh)(?=[/?]|$))?(?:\/(?=.))?/

const CODING = '(?:gzip|deflate|br|zstd|identity|\\*)(?:;q=[01](?:\\.\\d{1,3})?)?'

/** Fields whose values are told: nothing that a person could read as a message fits into these. Expressions are linear. */
const CLOSED = new Map<string, RegExp>([
  ['accept', /^(?:\*\/\*|application\/json)$/],
  ['accept-encoding', new RegExp(`^${CODING}(?:, ?${CODING}){0,7}$`)],
  ['authorization', /^Bearer [\w.-]*$/i],
  ['cache-control', /^(?:no-cache|no-store|max-age=0)$/],
  ['connection', /^(?:keep-alive|close)$/i],
  ['content-length', /^\d{1,5}$/],
  [
    'content-type',
    /^(?:application\/json|application\/x-www-form-urlencoded|text\/plain)(?:; ?charset=utf-8)?$/i,
  ],
  ['dnt', /^[01]$/],
  ['expect', /^100-continue$/],
  ['origin', /^null$/],
  ['pragma', /^no-cache$/],
  ['priority', /^u=\d(?:, i)?$/],
  ['sec-fetch-dest', /^(?:empty|document|iframe)$/],
  ['sec-fetch-mode', /^(?:cors|no-cors|same-origin|navigate)$/],
  ['sec-fetch-site', /^(?:same-origin|same-site|cross-site|none)$/],
  ['sec-fetch-user', /^\?1$/],
  ['sec-gpc', /^1$/],
  ['te', /^trailers$/],
  ['transfer-encoding', /^chunked$/],
  ['upgrade-insecure-requests', /^1$/],
])

/** Told by name also where the value is held back. */
const NAMES = new Set([
  ...CLOSED.keys(),
  ...[
    'accept-language',
    'cookie',
    'forwarded',
    'host',
    'if-none-match',
    'referer',
    'sec-ch-ua',
    'sec-ch-ua-mobile',
  ],
  ...['sec-ch-ua-platform', 'sec-fetch-storage-access', 'user-agent', 'via', 'x-forwarded-for'],
  ...['x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'],
])
const isKnownName = (name: string) => NAMES.has(name.toLowerCase())
