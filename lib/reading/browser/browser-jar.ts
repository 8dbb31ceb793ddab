/**
 * The browser's cookie store, as far as the server knows it: what it set in answers to this browser, and what came back. Pure.
 * A page cannot see HttpOnly cookies, and no server can look into a browser; the e2e tests compare this with the browser's own store.
 */
import { pathMatches } from '@/lib/cookies/matching'
import { readPair } from '@/lib/cookies/set-cookie'
import { type Expectation, expectationOf, type KeptByName } from '@/lib/cookies/storage-model'
import type { Exchange, HeaderLine } from '@/lib/trace/model/exchange'
import { lengthOfMasked } from '../wire/mask-text'
import { sentByPage } from '../wire/wire-parts'

export interface KeptCookie extends Expectation {
  /** The exchange that set it; null: the opening of the sandbox (the owner cookie). */
  setBy: number | null
}

/** Why a cookie that the browser has, or had, did not come along. */
export const NOT_SENT = [
  'path',
  'secure',
  'sameSite',
  'expired',
  'deleted',
  'refused',
  'older',
  'withheld',
] as const
export type NotSent = (typeof NOT_SENT)[number]

export interface UnsentCookie {
  cookie: KeptCookie
  because: NotSent
  /** `deleted` and `refused`: by which exchange. */
  by: number | null
}

/** Requests of pages in this browser; curl and the attacker's program have stores of their own, or none. */
export const fromBrowser = ({ device, request }: Pick<Exchange, 'device' | 'request'>): boolean =>
  device !== 'attacker' && sentByPage(request.headers)

export const pathOfTarget = ({ target }: { target: string }) => target.split('?')[0]!

export const fieldOf = (headers: readonly HeaderLine[], name: string): string | null =>
  headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? null

const TRUSTED = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$|\.localhost(:\d+)?$/i

/**
 * What the browser is expected to do with each Set-Cookie line of an answer; `index`: the line's place in the head.
 * @param kept what it has already
 */
export function expectationsOf(
  { request, response, at, tls }: Exchange,
  kept: readonly KeptByName[] = [],
): { index: number; expected: Expectation }[] {
  const host = fieldOf(request.headers, 'host') ?? ''
  const around = {
    host,
    secureOrigin: tls === true || TRUSTED.test(host),
    crossSite: isCrossSite(request) && !isTopNavigation(request),
    requestPath: pathOfTarget(request),
    now: Date.parse(at),
    kept,
  }
  return (response?.headers ?? []).flatMap(([name, line], index) =>
    name.toLowerCase() === 'set-cookie'
      ? [{ index, expected: expectationOf(line, around, lengthOfMasked) }]
      : [],
  )
}

interface Jar {
  kept: Map<string, KeptCookie>
  /** Gone, or never taken: the newest of each name and path. */
  gone: Map<string, UnsentCookie>
}

/** In the order of the exchanges. An answer that did not arrive whole is not counted. */
function jarAfter(exchanges: readonly Exchange[], secure: boolean): Jar {
  const jar: Jar = { kept: new Map(), gone: new Map() }
  const owner = ownerCookie(secure)
  jar.kept.set(keyOf(owner), owner)
  for (const exchange of exchanges) {
    if (!fromBrowser(exchange) || !exchange.completed) continue
    for (const { expected } of expectationsOf(exchange, [...jar.kept.values()]))
      keep(jar, { ...expected, setBy: exchange.seq })
  }
  return jar
}

function keep({ kept, gone }: Jar, cookie: KeptCookie): void {
  const key = keyOf(cookie)
  const old = kept.get(key)
  if (cookie.kind === 'stored') {
    kept.set(key, cookie)
    gone.delete(key)
  } else if (cookie.kind === 'refused') {
    if (!old) gone.set(key, { cookie, because: 'refused', by: cookie.setBy })
  } else if (old) {
    kept.delete(key)
    gone.set(key, { cookie: old, because: 'deleted', by: cookie.setBy })
  }
}

/** The host-only flag too: with `Domain` and without are two cookies (section 5.7 step 23). */
const keyOf = ({ name, domain, hostOnly, path }: KeptCookie) => `${name} ${domain} ${hostOnly} ${path}`

/** Set when the sandbox was opened, by an answer that is not part of the timeline: lib/sandbox/owner/owner.ts. */
function ownerCookie(secure: boolean): KeptCookie {
  return {
    kind: 'stored',
    because: null,
    name: secure ? '__Secure-owner' : 'owner',
    domain: '',
    hostOnly: true,
    path: '/api/sandbox',
    sameSite: 'Strict',
    secure,
    httpOnly: true,
    keptUntil: null,
    capped: false,
    setBy: null,
  }
}

/**
 * Cookies that this browser has and that did not come with this request; those under whose Path it lies first. Of
 * those that it no longer has, only the ones that would have come. Empty for a client that is no browser.
 * @param exchanges oldest first, those before this one included
 */
export function unsentWith(exchange: Exchange, exchanges: readonly Exchange[]): UnsentCookie[] {
  if (!fromBrowser(exchange)) return []
  const { request, carried = [] } = exchange
  const before = exchanges.filter(({ seq }) => seq < exchange.seq)
  const plainNames = before.some(({ response }) => response?.headers.some(isWithoutPrefix))
  const { kept, gone } = jarAfter(before, !plainNames)
  const path = pathOfTarget(request)
  const unsent = [...kept.values()].flatMap((cookie) => {
    const same = carried.find(({ name }) => name === cookie.name)
    const because = whyNot(cookie, exchange, path, same ? (same.setBy ?? cookie.setBy) : undefined)
    return because ? [{ cookie, because, by: null }] : []
  })
  const missed = [...gone.values()].filter(({ cookie }) => pathMatches(path, cookie.path))
  return [...missed, ...unsent].toSorted(
    (a, b) => Number(a.because === 'path') - Number(b.because === 'path'),
  )
}

const isWithoutPrefix = ([name, line]: HeaderLine) =>
  name.toLowerCase() === 'set-cookie' && /^(visit|session|refresh|access)$/.test(readPair(line).name)

/** @param sentFrom the exchange from which the cookie of this name that came along is; undefined: none came */
function whyNot(
  cookie: KeptCookie,
  { request, at, tls }: Exchange,
  path: string,
  sentFrom: number | null | undefined,
): NotSent | null {
  if (!pathMatches(path, cookie.path)) return 'path'
  if (sentFrom === cookie.setBy) return null
  if (cookie.keptUntil !== null && cookie.keptUntil <= Date.parse(at)) return 'expired'
  // What came is older than what had been set: the request was on its way before.
  if (sentFrom !== undefined) return 'older'
  const secureOrigin = tls === true || TRUSTED.test(fieldOf(request.headers, 'host') ?? '')
  if (cookie.secure && !secureOrigin) return 'secure'
  if (!rides(cookie, request)) return 'sameSite'
  return 'withheld'
}

/**
 * Section 5.8.3: None always; Lax with a top-level navigation by a safe method; Strict never across sites. Default as Lax: that a young one
 * rides with an unsafe method too is left to the browser (section 5.6.7.2), so that none must.
 */
function rides({ sameSite }: KeptCookie, request: Exchange['request']): boolean {
  if (!isCrossSite(request) || sameSite === 'None') return true
  if (sameSite === 'Strict' || !isTopNavigation(request)) return false
  return /^(GET|HEAD|OPTIONS|TRACE)$/.test(request.method)
}

const isCrossSite = ({ headers }: Exchange['request']) => fieldOf(headers, 'sec-fetch-site') === 'cross-site'

const isTopNavigation = ({ headers }: Exchange['request']) =>
  fieldOf(headers, 'sec-fetch-mode') === 'navigate' && fieldOf(headers, 'sec-fetch-dest') === 'document'
