import type { StrategyName } from '@/lib/strategies/strategy'
import type { StoredChanges } from '@/lib/trace/model/stored-changes'

/** What forced sign-out did in one lane (`POST /api/sandbox/force-sign-out`). */
export interface ForcedLane {
  /** false: the shop has no way to reach what the browser holds. */
  reached: boolean
  /** How many sign-ins it ended. */
  ended: number
  /** ISO 8601 by the sandbox clock; null: no credential lives on. */
  credentialsAliveUntil: string | null
  /** A stable code, e.g. `row_deleted`. */
  because: string
}

export interface DeskAct {
  act: 'force-sign-out'
  /** ISO 8601, the server's clock. */
  at: string
  /** The same moment by the sandbox clock. */
  sandboxAt: string
  email: string
  lanes: Record<StrategyName, ForcedLane>
  /** What it changed in the stores; absent: that is not known any more. */
  changed?: StoredChanges
}
