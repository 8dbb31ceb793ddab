import type { FamilyEnd } from '@/lib/strategies/jwt/store'
import type { StrategyName } from '@/lib/strategies/strategy'

/** Rows that were ended or removed by somebody else than a request of a lane. */
export type DeskNote =
  /**
   * Session rows of the user (null: of everybody, guests too) are deleted, refresh families marked as ended. Only in the
   * `lanes` given; `forced` unless said.
   */
  | {
      type: 'sign-ins-ended'
      userId: string | null
      because?: FamilyEnd
      at: Date
      lanes: readonly StrategyName[]
    }
  /** Every row of the sandbox is gone. */
  | { type: 'purged' }
