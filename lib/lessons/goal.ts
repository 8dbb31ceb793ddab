/**
 * What an act step waits for: plain data, so that the page, a test and the teacher's page read the same. Nothing in it looks at the
 * page: it is noticed on the timeline of the sandbox, whoever sends it, from whichever tab, device or terminal.
 */
import type { Action } from '@/lib/shop/operations'
import type { Position } from '@/lib/strategies/dials'
import type { CredentialStatus, Device, StrategyName } from '@/lib/strategies/strategy'
import type { OwnerActKind } from '@/lib/trace/model/owner-act'

/** An exchange. What is not named may be anything. */
export interface ExchangePattern {
  lane?: StrategyName
  device?: Device
  action?: Action
  status?: number
  /** The stable code of the problem answer; null: none. */
  problem?: string | null
  credential?: CredentialStatus
  /** A credential of the lane came along, whatever became of it. */
  presents?: true
  /** At least one of its response lines is a Set-Cookie. */
  setsCookie?: boolean
  /** Whom the credential spoke for; null: a guest or nobody. */
  email?: string | null
  /** Database statements that read, for this lane. */
  reads?: number
}

/**
 * How it stands. Of dials and clock: what happens beside it (in the same `all` or `inOrder`) counts only while they stand so. Of what lies
 * in the stores: it comes of that, and has to hold when all has happened.
 */
export interface Level {
  dial?: { lane: StrategyName; name: string; value: Position }
  /** The sandbox clock is ahead by so many seconds at least. */
  clockAhead?: number
  /** What lies on the server for this lane, by name of the table; `absent`: it has been there first, and is gone. */
  row?: { lane: StrategyName; name: string; absent?: true }
  /** What lies in the browser for this lane. */
  browser?: { lane: StrategyName; name: string; absent?: true }
}

export type Goal =
  /** Edge: once true, it stays. `everyLane`: in each of the three. `times`: so often. */
  | { seen: ExchangePattern; everyLane?: true; times?: number }
  /** Edge: an act of the owner or of the support desk. A forced sign-out without a lane: in all of them. */
  | { done: OwnerActKind | 'force-sign-out'; lane?: StrategyName }
  /** Edge: a lab was run to its end in this position. */
  | { ran: { lab: string; position: string } }
  | { holds: Level }
  | { all: readonly Goal[] }
  | { inOrder: readonly Goal[] }
  | { any: readonly Goal[] }
