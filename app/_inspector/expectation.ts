/** What a browser is expected to do with a Set-Cookie line, by the storage model of RFC 6265bis (section 5.7). Pure. */
import { readSetCookie, type SetCookieLine } from './set-cookie-line'

/** By the steps of section 5.7. Each with the sentence `expect.<code>` in the catalogue. */
export const REFUSALS = [
  'tooLarge', // step 4
  'nothing', // step 2: neither name nor value
  'foreignDomain', // step 10
  'secureOverHttp', // step 13
  'sameSiteCrossSite', // step 18
  'noneWithoutSecure', // step 19
  'securePrefix', // step 20
  'hostPrefix', // step 21
] as const
export type CookieRefusal = (typeof REFUSALS)[number]

export interface Surroundings {
  host: string
  /** TLS, or a host that the browser trusts as if: localhost and loopback addresses. */
  secureOrigin: boolean
  /** Another site caused the request, and not by a navigation of the whole window. */
  crossSite: boolean
  /** The path of the request, from which a default Path is made. */
  requestPath: string
  /** Milliseconds since the epoch at the answer, by the real clock. */
  now: number
}

export interface Expectation {
  kind: 'stored' | 'deleted' | 'refused'
  because: CookieRefusal | null
  name: string
  path: string
  /** How it is enforced; `Default`: the line has no SameSite that a browser knows (section 5.6.7). */
  sameSite: 'Strict' | 'Lax' | 'None' | 'Default'
  secure: boolean
  httpOnly: boolean
  /** Milliseconds since the epoch; null: until the browser closes. */
  keptUntil: number | null
  /** It asked for more than 400 days (section 5.5). */
  capped: boolean
}

const MAX_OCTETS = 4096
const MAX_DAYS = 400
const DAY = 86_400_000

export function expectationOf(line: string, around: Surroundings): Expectation {
  const cookie = readSetCookie(line)
  const because = refusalOf(cookie, around)
  const wanted = endOf(cookie, around.now)
  const latest = around.now + MAX_DAYS * DAY
  const capped = wanted !== null && wanted > latest
  const isOver = wanted !== null && wanted <= around.now
  return {
    kind: because ? 'refused' : isOver ? 'deleted' : 'stored',
    because,
    name: cookie.name,
    path: cookie.path ?? defaultPath(around.requestPath),
    sameSite: cookie.sameSite ?? 'Default',
    secure: cookie.secure,
    httpOnly: cookie.httpOnly,
    keptUntil: capped ? latest : wanted,
    capped,
  }
}

/** Max-Age counts before Expires (section 4.1.2.2). */
function endOf({ maxAge, expires }: SetCookieLine, now: number): number | null {
  if (maxAge === null) return expires
  return maxAge <= 0 ? 0 : now + maxAge * 1000
}

function refusalOf(cookie: SetCookieLine, around: Surroundings): CookieRefusal | null {
  const rules: [CookieRefusal, boolean][] = [
    ['tooLarge', cookie.octets > MAX_OCTETS],
    ['nothing', cookie.name === '' && cookie.emptyValue],
    ['foreignDomain', cookie.domain !== null && !domainMatches(around.host, cookie.domain)],
    ['secureOverHttp', cookie.secure && !around.secureOrigin],
    ['sameSiteCrossSite', around.crossSite && cookie.sameSite !== 'None'],
    ['noneWithoutSecure', cookie.sameSite === 'None' && !cookie.secure],
    ['securePrefix', startsWith(cookie, '__secure-') && !cookie.secure],
    ['hostPrefix', startsWith(cookie, '__host-') && !isHostCookie(cookie)],
  ]
  return rules.find(([, broken]) => broken)?.[0] ?? null
}

/** Prefixes are compared without regard to case (section 5.4). */
const startsWith = ({ name }: SetCookieLine, prefix: string) => name.toLowerCase().startsWith(prefix)
const isHostCookie = ({ secure, path, domain }: SetCookieLine) => secure && path === '/' && domain === null

function domainMatches(host: string, domain: string): boolean {
  const name = host.toLowerCase().replace(/:\d+$/, '')
  return name === domain || name.endsWith(`.${domain}`)
}

/** Section 5.1.4: up to the last slash of the request's path. */
function defaultPath(path: string): string {
  const cut = path.lastIndexOf('/')
  return cut <= 0 ? '/' : path.slice(0, cut)
}

/** Section 5.1.4: the same, or below it. */
export function pathMatches(path: string, cookiePath: string): boolean {
  if (path === cookiePath) return true
  return path.startsWith(cookiePath) && (cookiePath.endsWith('/') || path[cookiePath.length] === '/')
}
