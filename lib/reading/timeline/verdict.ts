/**
 * The stopwatch of a forced sign-out for one lane and device: when is it refused? Pure.
 * Every number comes from an exchange, from the desk act, or from `credentialsAliveUntil`.
 */

import type { Device, StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'
import type { DeskAct, ForcedLane } from './desk-act'
import { accepted, isHeld, lineOf, refusesVisitor, startsAnew, statusOf } from './sign-in-line'
import { isAfter } from './steps-of'

export interface SignOutVerdict {
  /**
   * `none`: there was no sign-in to end here, or a new one replaced it. `never`: the shop cannot reach it, it lives
   * until its own end. `at-once`: the first request after the act was refused, or will be (`exchangeId` null).
   * `in`: lives on for `remainingSeconds`. `was`: lived on, and has been refused. `lost`: may live on, but does not come from
   * this browser any more; a page loaded anew has no access token.
   */
  kind: 'none' | 'never' | 'at-once' | 'in' | 'was' | 'lost'
  /** Status of the newest request after the act, or of the one that was refused; null: no request yet. */
  status: number | null
  /** By the sandbox clock, not below 0; null: no end is known, or it has been refused. */
  remainingSeconds: number | null
  /** The whole of the ring: from the act to the credential's end, by the sandbox clock. */
  ofSeconds: number | null
  /** From the act to the refused request, by the server's clock. */
  refusedAfterSeconds: number | null
  /** The same by the sandbox clock: differs when the clock was turned between. */
  refusedAfterSandboxSeconds: number | null
  /** The exchange that `status` is of. */
  exchangeId: string | null
  /** false: a refusal here is the credential's own end, not the shop's doing. */
  reached: boolean
}

/** Of a lane that no forced sign-out concerns. */
export const NO_VERDICT: SignOutVerdict = {
  kind: 'none',
  status: null,
  remainingSeconds: null,
  ofSeconds: null,
  refusedAfterSeconds: null,
  refusedAfterSandboxSeconds: null,
  exchangeId: null,
  reached: false,
}

export interface VerdictQuestion {
  strategy: StrategyName
  device: Device
  /** The newest desk act, or null. */
  act: DeskAct | null
  /** Oldest first; only those up to the chosen step, to see what was known then. */
  exchanges: readonly Exchange[]
  /** Milliseconds since the epoch by the sandbox clock. */
  now: number
  /** Seconds for which an expired access token is still taken, as the dial stands. */
  tolerance: number
}

export function verdictOf(question: VerdictQuestion): SignOutVerdict {
  const { strategy, device, act, exchanges, now, tolerance } = question
  if (!act) return NO_VERDICT
  const line = lineOf(exchanges, strategy, device)
  const before = line.filter((exchange) => !isAfter(exchange, act))
  if (!isHeld(before, act.email)) return NO_VERDICT
  const after = line.filter((exchange) => isAfter(exchange, act))
  const replaced = after.findIndex(startsAnew)
  if (replaced >= 0) return NO_VERDICT
  const lane = act.lanes[strategy]
  if (lane.because === 'not_asked') return NO_VERDICT
  const end = endOf(before, lane, tolerance)
  const refused = after.find(refusesVisitor)
  if (refused) return refusedBy(refused, after, act, lane, end)
  const known = stillIn(after.filter(accepted).at(-1), act, lane, end, now)
  return after.findLast(isAnswered)?.credential.status === 'absent' ? { ...known, ...GONE_FROM_HERE } : known
}

const GONE_FROM_HERE = { kind: 'lost', remainingSeconds: null } as const

/** A visit: a refresh says nothing of the access token. */
const isAnswered = ({ action, response }: Exchange) => action !== 'refresh' && response !== null

function refusedBy(
  refused: Exchange,
  after: Exchange[],
  act: DeskAct,
  lane: ForcedLane,
  end: string | null,
): SignOutVerdict {
  const letIn = after.some((exchange) => exchange.seq < refused.seq && isVisit(exchange))
  return {
    ...NO_VERDICT,
    kind: letIn || lane.credentialsAliveUntil !== null ? 'was' : 'at-once',
    status: statusOf(refused),
    ofSeconds: end === null ? null : seconds(act.sandboxAt, end),
    refusedAfterSeconds: seconds(act.at, refused.at),
    refusedAfterSandboxSeconds: seconds(act.sandboxAt, refused.sandboxAt),
    exchangeId: refused.id,
    reached: lane.reached,
  }
}

function stillIn(
  last: Exchange | undefined,
  act: DeskAct,
  lane: ForcedLane,
  end: string | null,
  now: number,
): SignOutVerdict {
  const known = {
    ...NO_VERDICT,
    status: last ? statusOf(last) : null,
    exchangeId: last?.id ?? null,
    reached: lane.reached,
  }
  if (end === null) return { ...known, kind: last ? 'never' : 'at-once' }
  return {
    ...known,
    kind: lane.reached ? 'in' : 'never',
    remainingSeconds: Math.max(0, (Date.parse(end) - now) / 1000),
    ofSeconds: seconds(act.sandboxAt, end),
  }
}

/**
 * The desk names the newest end among all devices; this device's own may come sooner, unless each answer moves it. What the shop
 * cannot reach lives until its own end, whether or not the shop knew of it.
 */
function endOf(before: Exchange[], lane: ForcedLane, tolerance: number): string | null {
  const { strategy, credential } = before.findLast((each) => each.credential.expiresAt !== null) ?? {}
  const { reached, credentialsAliveUntil: newest } = lane
  if (reached && newest === null) return null
  if (newest !== null && lane.because.startsWith('access_token_slides')) return newest
  const own = credential?.expiresAt ?? null
  const taken = own && strategy === 'jwt' ? later(own, tolerance) : own
  return newest === null || (taken !== null && taken < newest) ? taken : newest
}

const later = (iso: string, seconds: number) => new Date(Date.parse(iso) + seconds * 1000).toISOString()

const isVisit = (exchange: Exchange) => accepted(exchange) && exchange.action !== 'refresh'

const seconds = (from: string, to: string) => Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000)
