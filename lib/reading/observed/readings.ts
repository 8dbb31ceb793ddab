/**
 * What can be read off recorded exchanges, by name: a lesson asks for it, a row of the study note is proved by it. Each reading is
 * one pure function, and each answer one word or number, so that it can be compared with what somebody said.
 */
import { readSetCookie } from '@/lib/cookies/set-cookie'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'
import { carriesCredential } from '../evidence/heads'
import { isForeign } from '../wire/credential-bytes'
import { partsOf } from '../wire/wire-parts'
import { OF_CREDENTIAL } from './credential-readings'
import { OF_STORED } from './stored-readings'

/** One exchange of each lane that took part: those of one act. */
export type Seen = Partial<Record<StrategyName, Exchange>>

/** A number in decimal digits, a word, or lanes in their order: "cookie+jwt", "none". null: nothing of the kind was recorded. */
export type ReadingValue = string | null

type OfOne = (exchange: Exchange) => ReadingValue
type OfLanes = (exchange: Exchange) => boolean

const linesOf = ({ response }: Exchange, name: string) =>
  (response?.headers ?? []).filter(([field]) => field.toLowerCase() === name)

const isGone = (line: string) => /;\s*max-age=0\b/i.test(line) || /;\s*expires=thu, 01 jan 1970/i.test(line)

/**
 * What the answer made of the first cookie of this lane that the request carried: "kept", "another", "dropped"; "set-again": as far as
 * a masked value shows, to the same; "none": it carried none.
 */
function carriedCookie(exchange: Exchange): ReadingValue {
  const parts = exchange.request.headers.flatMap((line) => partsOf('request', line))
  const sent = parts.find(({ cookie }) => cookie && !isForeign(exchange, cookie))
  if (!sent) return 'none'
  const set = linesOf(exchange, 'set-cookie').find(([, line]) => line.startsWith(`${sent.cookie}=`))
  if (!set) return 'kept'
  if (isGone(set[1])) return 'dropped'
  return partsOf('response', set).some(({ text }) => text === sent.text) ? 'set-again' : 'another'
}

const cookiesSet = (exchange: Exchange) =>
  linesOf(exchange, 'set-cookie').map(([, line]) => readSetCookie(line))

/** Of one exchange. */
const OF_ONE = {
  status: ({ response }) => (response ? String(response.status) : null),
  problem: ({ problem }) => problem ?? 'none',
  'set-cookie-lines': (exchange) => String(linesOf(exchange, 'set-cookie').length),
  /** Which request field carried a credential of this lane. */
  carrier: (exchange) =>
    exchange.request.headers
      .find((line) => carriesCredential('request', line, exchange))?.[0]
      .toLowerCase() ?? 'none',
  credential: ({ credential }) => credential.status,
  'carried-cookie': carriedCookie,
  reads: ({ cost }) => String(cost.reads),
  writes: ({ cost }) => String(cost.writes),
  /** Seconds that its first Set-Cookie line asks for. */
  'max-age': (exchange) => {
    const [first] = cookiesSet(exchange)
    return first ? String(first.maxAge ?? 'none') : null
  },
  /** What the access token in the browser says, to whoever holds it: percent. */
  'token-discount': ({ stored }) => {
    const token = stored.after.find(({ side, contents }) => side === 'browser' && contents.length > 0)
    return token ? (token.contents.find(({ name }) => name === 'discount')?.value ?? 'none') : null
  },
  /** Rows of this lane that lie on the server afterwards. */
  rows: ({ stored }) => String(stored.after.filter(({ place }) => place === 'row').length),
  /** At least the second exchange on its connection. */
  'connection-reused': ({ connection }) => (connection.nth > 1 ? 'yes' : 'no'),
  ...OF_CREDENTIAL,
  ...OF_STORED,
} as const satisfies Record<string, OfOne>

/** Of all that took part: which of them. */
const OF_LANES = {
  'lanes-refused': ({ response }) => response?.status === 401,
  'lanes-let-in': ({ response }) => response !== null && response.status < 300,
  'lanes-setting-cookie': (exchange) => linesOf(exchange, 'set-cookie').length > 0,
  'lanes-dropping-cookie': (exchange) => linesOf(exchange, 'set-cookie').some(([, line]) => isGone(line)),
  /** One that ends with the browser: its line names no end. */
  'lanes-setting-session-cookie': (exchange) =>
    cookiesSet(exchange).some(({ maxAge, expires }) => maxAge === null && expires === null),
  /** The browser has added a cookie of this lane. */
  'lanes-sending-cookie': (exchange) =>
    exchange.request.headers.some(
      (line) => line[0].toLowerCase() === 'cookie' && carriesCredential('request', line, exchange),
    ),
  'lanes-reading-store': ({ cost }) => cost.reads > 0,
  'lanes-writing-store': ({ cost }) => cost.writes > 0,
  /** Something of this lane lies on the server, and is good. */
  'lanes-with-rows': ({ stored }) => stored.after.some(({ place, ended }) => place === 'row' && !ended),
  /** A row is still there, and what it stands for is refused. */
  'lanes-with-ended-rows': ({ stored }) => stored.after.some(({ place, ended }) => place === 'row' && ended),
} as const satisfies Record<string, OfLanes>

export type ReadingName = keyof typeof OF_ONE | keyof typeof OF_LANES

/** @param lane of which lane; a reading that compares the lanes needs none */
export function observe(name: ReadingName, seen: Seen, lane?: StrategyName): ReadingValue {
  if (name in OF_LANES) {
    const isOne = OF_LANES[name as keyof typeof OF_LANES]
    const lanes = STRATEGIES.filter((one) => seen[one] && isOne(seen[one]))
    return Object.keys(seen).length === 0 ? null : lanes.join('+') || 'none'
  }
  const exchange = lane && seen[lane]
  return exchange ? OF_ONE[name as keyof typeof OF_ONE](exchange) : null
}
