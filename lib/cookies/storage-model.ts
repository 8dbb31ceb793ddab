/**
 * What a browser is expected to do with a Set-Cookie line: the storage model of RFC 6265bis (section 5.7), step by step. Left out is what
 * only script can cause (steps 15, 18.1, 23.2), and the list of public suffixes, of which the rule for a name without a dot is known here.
 * Pure.
 */
import { defaultPath, domainMatches, hostName, isPublicSuffix, pathMatches } from './matching.ts'
import { readSetCookie, type SetCookie } from './set-cookie.ts'

/** In the order of the steps. Each with the sentence `expect.<code>` in the catalogue. */
export const REFUSALS = [
  'control', // section 5.6, step 1; step 3
  'tooLarge', // section 5.6, step 5; step 4
  'nothing', // step 2: neither name nor value
  'domainNotAscii', // step 8
  'foreignDomain', // steps 9 and 10
  'secureOverHttp', // step 13
  'secureKept', // step 16
  'sameSiteCrossSite', // step 18
  'noneWithoutSecure', // step 19
  'securePrefix', // step 20
  'hostPrefix', // step 21
  'hiddenPrefix', // step 22
] as const
export type CookieRefusal = (typeof REFUSALS)[number]

export interface CookieContext {
  /** As in the Host field, with or without a port. */
  host: string
  /** TLS, or a host that the browser trusts as if: localhost and loopback addresses. */
  secureOrigin: boolean
  /** Another site caused the request, and not by a navigation of the whole window. */
  crossSite: boolean
  /** The path of the request, from which a default Path is made. */
  requestPath: string
  /** Milliseconds since the epoch at the answer, by the real clock. */
  now: number
  /** What the store holds already: asked only where the origin is not secure. */
  kept?: readonly KeptByName[]
}

export type KeptByName = Pick<Expectation, 'name' | 'domain' | 'path' | 'secure'>

export interface Expectation {
  kind: 'stored' | 'deleted' | 'refused'
  because: CookieRefusal | null
  name: string
  domain: string
  /** Sent to this host alone, and not to those below it. */
  hostOnly: boolean
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

const LIMIT = 400 * 86_400_000

export function expectationOf(
  line: string,
  around: CookieContext,
  octetsOf?: (text: string) => number,
): Expectation {
  return storedBy(readSetCookie(line, octetsOf), around)
}

export function storedBy(cookie: SetCookie, around: CookieContext): Expectation {
  const host = hostName(around.host)
  const wanted = cookie.domain && isPublicSuffix(cookie.domain) && cookie.domain === host ? '' : cookie.domain
  const { keptUntil, capped } = endOf(cookie, around.now)
  const found: Expectation = {
    kind: keptUntil !== null && keptUntil <= around.now ? 'deleted' : 'stored',
    because: null,
    name: cookie.name,
    domain: wanted || host, // step 10
    hostOnly: !wanted,
    path: cookie.path === null || cookie.path === 'default' ? defaultPath(around.requestPath) : cookie.path, // step 11
    sameSite: cookie.sameSite ?? 'Default', // step 17
    secure: cookie.secure, // step 12
    httpOnly: cookie.httpOnly, // step 14
    keptUntil,
    capped,
  }
  const because = refusalOf(cookie, found, around)
  return because ? { ...found, kind: 'refused', because } : found
}

function refusalOf(cookie: SetCookie, found: Expectation, around: CookieContext): CookieRefusal | null {
  const { name, value, secure, sameSite } = cookie
  const rules: [CookieRefusal, boolean][] = [
    ['control', cookie.broken === 'control'],
    ['tooLarge', cookie.broken === 'tooLarge'],
    ['nothing', name === '' && value === ''],
    ['domainNotAscii', !isAscii(cookie.domain ?? '')],
    ['foreignDomain', !found.hostOnly && !isOwnDomain(hostName(around.host), found.domain)],
    ['secureOverHttp', secure && !around.secureOrigin],
    ['secureKept', !secure && !around.secureOrigin && overlays(found, around.kept ?? [])],
    ['sameSiteCrossSite', around.crossSite && sameSite !== 'None'],
    ['noneWithoutSecure', sameSite === 'None' && !secure],
    ['securePrefix', startsWith(name, '__secure-') && !secure],
    ['hostPrefix', startsWith(name, '__host-') && !isHostCookie(cookie, found)],
    ['hiddenPrefix', name === '' && (startsWith(value, '__secure-') || startsWith(value, '__host-'))],
  ]
  return rules.find(([, broken]) => broken)?.[0] ?? null
}

/** Max-Age counts before Expires (step 6), and neither for more than the limit (sections 5.6.1 and 5.6.2). */
export function endOf({ maxAge, expires }: Pick<SetCookie, 'maxAge' | 'expires'>, now: number) {
  const wanted = maxAge === null ? expires : maxAge <= 0 ? 0 : now + maxAge * 1000
  const capped = wanted !== null && wanted > now + LIMIT
  return { keptUntil: capped ? now + LIMIT : wanted, capped }
}

/** Prefixes are compared without regard to case (section 5.4). */
export const startsWith = (text: string, prefix: string) => text.toLowerCase().startsWith(prefix)

/** "Contains an attribute with an attribute-name of Path" is more than the right path. */
export const isHostCookie = (cookie: SetCookie, { secure, hostOnly, path }: Expectation) =>
  secure && hostOnly && cookie.path !== null && path === '/'

// biome-ignore lint/suspicious/noControlCharactersInRegex: CHAR of RFC 5234 has them.
const isAscii = (text: string) => !/[^\x01-\x7f]/.test(text)

const isOwnDomain = (host: string, domain: string) => !isPublicSuffix(domain) && domainMatches(host, domain)

/** Step 16: an unencrypted answer does not lay its cookie over a Secure one. */
const overlays = (made: Expectation, kept: readonly KeptByName[]) =>
  kept.some(
    ({ name, secure, domain, path }) =>
      secure &&
      name === made.name &&
      (domainMatches(domain, made.domain) || domainMatches(made.domain, domain)) &&
      pathMatches(made.path, path),
  )
