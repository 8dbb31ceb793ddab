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
   * `in`: lives on for `remainingSeconds`. `was`: lived on, and has been refused.
   */
  kind: 'none' | 'never' | 'at-once' | 'in' | 'was'
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
}

export function verdictOf({ strategy, device, act, exchanges, now }: VerdictQuestion): SignOutVerdict {
  if (!act) return NO_VERDICT
  const line = lineOf(exchanges, strategy, device)
  const before = line.filter((exchange) => !isAfter(exchange, act))
  if (!isHeld(before, act.email)) return NO_VERDICT
  const after = line.filter((exchange) => isAfter(exchange, act))
  const replaced = after.findIndex(startsAnew)
  if (replaced >= 0) return NO_VERDICT
  const lane = act.lanes[strategy]
  if (lane.because === 'not_asked') return NO_VERDICT
  const refused = after.find(refusesVisitor)
  return refused
    ? refusedBy(refused, after, act, lane)
    : stillIn(after.filter(accepted).at(-1), act, lane, endOf(before, lane), now)
}

function refusedBy(refused: Exchange, after: Exchange[], act: DeskAct, lane: ForcedLane): SignOutVerdict {
  const letIn = after.some((exchange) => exchange.seq < refused.seq && isVisit(exchange))
  return {
    ...NO_VERDICT,
    kind: letIn || lane.credentialsAliveUntil !== null ? 'was' : 'at-once',
    status: statusOf(refused),
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
 * The desk names the newest end among all devices; this device's own may come sooner. What the shop cannot reach
 * lives until its own end, whether or not the shop knew of it.
 */
function endOf(before: Exchange[], { reached, credentialsAliveUntil: newest }: ForcedLane): string | null {
  if (reached && newest === null) return null
  const own = before.findLast(({ credential }) => credential.expiresAt !== null)?.credential.expiresAt ?? null
  return newest === null || (own !== null && own < newest) ? own : newest
}

const isVisit = (exchange: Exchange) => accepted(exchange) && exchange.action !== 'refresh'

const seconds = (from: string, to: string) => Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000)
