/** What happened, as the page knows it, for the fold: the parts of the live store that a lesson can ask for. */
import type { DeskAct } from '@/lib/reading/timeline/desk-act'
import type { LaneDials } from '@/lib/sandbox/world/settings'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'
import type { OwnerAct } from '@/lib/trace/model/owner-act'

/** A lab that was run to its end in this browser. */
export interface OwnRun {
  lab: string
  position: string
  /** ISO 8601, this browser's clock. */
  at: string
  findings: readonly { lane: StrategyName; moment: string; outcome: string }[]
}

export interface LessonFacts {
  /** Public name; null: there is none yet, or what was there before is not loaded yet. Nothing is taken in until it is known. */
  sandbox: string | null
  /** Of this sandbox, oldest first; old ones may have been let go. */
  exchanges: readonly Exchange[]
  desk: readonly DeskAct[]
  acts: readonly OwnerAct[]
  dials: Readonly<Record<StrategyName, LaneDials>>
  /** Seconds by which the sandbox clock is ahead. */
  clockOffset: number
  /** Milliseconds by which the server's clock is ahead of this browser's. */
  serverAhead: number
  runs: readonly OwnRun[]
}
