/** Reads from the heads of an exchange what the client holds, and notes it in the ledger. */
import { pathMatches } from '@/lib/cookies/matching'
import { readSetCookie, type SetCookie } from '@/lib/cookies/set-cookie'
import { endOf } from '@/lib/cookies/storage-model'
import type { Dials } from '@/lib/strategies/dials'
import type { Device, StrategyName } from '@/lib/strategies/strategy'
import type { CookieAttributes } from '../model/artifact'
import type { HeaderLine } from '../model/exchange'
import { fieldsOf, setCookiesOf } from '../record/head-fields'
import type { RevealedArtifact } from '../record/reveal'
import {
  ACCESS_TOKEN,
  cookieId,
  heldAccessToken,
  heldCookie,
  laneCookie,
  placeOfToken,
  usualAttributes,
} from './browser-artifacts'
import type { Ledger } from './ledger'

export interface Client {
  strategy: StrategyName
  device: Device
  /** Path of the shop: `/api/{strategy}/{sandbox}/{device}`. */
  shopPath: string
}

/** A request shows what the client holds, and what it does not: a browser sends every cookie whose Path matches. */
export function noteRequest(ledger: Ledger, client: Client, headers: HeaderLine[], path: string): void {
  const { strategy, device } = client
  const { cookie: cookies, bearer: token, authorized } = fieldsOf(headers)
  const carried: Carried = { path, cookies, token, authorized, dials: ledger.dials }
  const before = lastOf(ledger, client)
  if (before?.changes === ledger.changes(strategy) && isSame(before, carried)) return
  noteCookies(ledger, client, headers, path)
  if (strategy === 'jwt') noteToken(ledger, client, carried)
  notes.get(ledger)!.set(`${strategy}/${device}`, { ...carried, changes: ledger.changes(strategy) })
}

interface Carried {
  path: string
  cookies: string
  token: string | null
  authorized: boolean
  dials: Dials
}

/** What a client carried last, and how often its lane had changed by then: the same again says nothing new. */
interface Note extends Carried {
  changes: number
}

const notes = new WeakMap<Ledger, Map<string, Note>>()

function lastOf(ledger: Ledger, { strategy, device }: Client): Note | undefined {
  if (!notes.has(ledger)) notes.set(ledger, new Map())
  return notes.get(ledger)!.get(`${strategy}/${device}`)
}

const isSame = (before: Note, { path, cookies, token, authorized, dials }: Carried): boolean =>
  before.path === path &&
  before.cookies === cookies &&
  before.token === token &&
  before.authorized === authorized &&
  before.dials === dials

/** Of one name. A head has room for thousands, and each would be compared with each. */
const MOST_DOUBLED = 3

function noteCookies(ledger: Ledger, client: Client, headers: HeaderLine[], path: string) {
  const { strategy, device, shopPath } = client
  const sent = sentCookies(client, headers)
  const values = new Set<string | null>(sent.map(({ value }) => value))
  const isAsked = (name: string) => {
    const cookie = laneCookie(strategy, name)
    return cookie !== null && pathMatches(path, shopPath + cookie.path)
  }
  const known = ledger.held(strategy, device).filter(({ name }) => laneCookie(strategy, name))
  for (const old of known)
    if (isAsked(old.name) && !values.has(old.value)) ledger.drop(strategy, ({ id }) => id === old.id)
  // One that is known keeps what is known of it.
  for (const cookie of sent)
    if (!known.some(({ id, value }) => value === cookie.value && id === cookieId(cookie)))
      ledger.put(
        strategy,
        heldCookie({ ...cookie, attributes: usualAttributes(strategy, cookie, ledger.dials) }),
      )
}

function sentCookies({ strategy, device, shopPath }: Client, headers: HeaderLine[]) {
  const seen = new Map<string, number>()
  return fieldsOf(headers).cookies.flatMap(([name, value]) => {
    const cookie = laneCookie(strategy, name)
    const nth = (seen.get(name) ?? 0) + 1
    if (!cookie || nth > MOST_DOUBLED) return []
    seen.set(name, nth)
    return { strategy, device, name, value, path: shopPath + cookie.path, nth }
  })
}

/**
 * Without Authorization the page holds no token; only a refresh goes without one. A field that holds no token, or two of them, say
 * nothing of it.
 */
function noteToken(ledger: Ledger, { device }: Client, { token, authorized, path }: Carried) {
  const place = placeOfToken(device, ledger.dials)
  const known = ledger.held('jwt', device).find(({ name }) => name === ACCESS_TOKEN)
  if (
    (known?.value === token && known?.place === place) ||
    (!token && (authorized || path.endsWith('/refresh')))
  )
    return
  ledger.drop('jwt', ({ id }) => id === known?.id)
  if (token) ledger.put('jwt', heldAccessToken(device, place, token))
}

/** What a complete answer leaves with the client. */
export function noteAnswer(
  ledger: Ledger,
  client: Client,
  headers: HeaderLine[],
  reveals: Map<string, RevealedArtifact>,
  now: Date,
): void {
  const { strategy, device } = client
  for (const line of setCookiesOf(headers)) {
    const cookie = readSetCookie(line)
    const { name, value, broken } = cookie
    // A browser ignores it without a word: what it had, it keeps.
    if (!laneCookie(strategy, name) || broken) continue
    const { keptUntil } = endOf(cookie, now.getTime())
    const attributes = attributesOf(cookie, keptUntil)
    const artifact = heldCookie({ strategy, device, name, value, attributes }, reveals.get(value))
    if (keptUntil !== null && keptUntil <= now.getTime())
      ledger.drop(strategy, ({ id }) => id === artifact.id)
    else ledger.put(strategy, artifact)
  }
}

/** The shop always says a Path. */
function attributesOf(cookie: SetCookie, keptUntil: number | null): CookieAttributes {
  return {
    path: cookie.path === null || cookie.path === 'default' ? '/' : cookie.path,
    httpOnly: cookie.httpOnly,
    secure: cookie.secure,
    sameSite: cookie.sameSite ?? 'absent',
    ...(keptUntil !== null && { keptUntil: new Date(keptUntil).toISOString() }),
  }
}
