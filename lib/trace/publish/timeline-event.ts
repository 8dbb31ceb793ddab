/** What a timeline tells of. */
import type { Dials } from '@/lib/strategies/dials'
import type { ForcedSignOut } from '@/lib/strategies/site/desk'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { Artifact } from '../model/artifact'
import type { Exchange } from '../model/exchange'
import type { OwnerAct } from '../model/owner-act'
import type { StoredChanges } from '../model/stored-changes'

export type { ForcedSignOut }

/** Exchanges are unmasked in here; mask.ts before they leave the server. */
export type TimelineEvent =
  | { type: 'exchange'; exchange: Exchange }
  /** `rows`: all that the server holds for this lane now (the artifacts.ts of the lane makes them from database rows). */
  | { type: 'stored'; strategy: StrategyName; rows: Artifact[] }
  /** Where all dials stand now. */
  | { type: 'settings'; settings: Dials }
  | { type: 'clock'; offsetSeconds: number; now: string }
  | {
      type: 'desk'
      act: 'force-sign-out'
      at: string
      sandboxAt: string
      email: string
      lanes: Record<StrategyName, ForcedSignOut>
      /** Of the newest acts; absent: it is not known any more. */
      changed?: StoredChanges
    }
  | { type: 'act'; act: OwnerAct }
  /** A lab of this sandbox went on; `run` as the page reads it (lib/labs/run/run.ts). */
  | { type: 'lab'; run: object }
  /** The server is going to be taken away, and this sandbox with it: ISO 8601, real time. */
  | { type: 'ends'; at: string }
  | { type: 'reset' }

export type DeskEvent = Extract<TimelineEvent, { type: 'desk' }>
