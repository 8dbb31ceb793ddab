/** What shows that a row is as its verdict says: something that runs. A text is no proof. */
import type { ReadingName } from '@/lib/reading/observed/readings'
import type { DialChange } from '@/lib/sandbox/world/settings'
import type { ScenarioAct } from '@/lib/scenario/acts'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { RowId } from './row'

/** A cell of a verdict table. */
export interface CellProof {
  readonly lab: string
  readonly position: string
  readonly moment: string
  readonly lane: StrategyName
}

/** A step of a lesson: an act, or what is seen or asked after it. */
export interface StepProof {
  readonly lesson: string
  readonly step: string
}

/** Acts that a link plays. Of the last exchange this reading has this value, and the view shows it. */
export interface SceneProof {
  readonly scene: readonly ScenarioAct[]
  /** null: in all three, side by side. */
  readonly lane: StrategyName | null
  /** Turned first, which the visitor is asked for. */
  readonly dials?: DialChange
  readonly reading: ReadingName
  readonly is: string
  readonly view: 'evidence' | 'wire' | 'steps' | 'stored' | 'exposed'
}

export type RowProof = CellProof | StepProof | SceneProof

/** The lab or lesson that will bring a proof; null: nothing can, as it is an opinion, a term or a list of readings. */
export interface MissingProof {
  readonly awaits: `X${number}` | `L${number}` | null
}

/** Of one section, in the order of its rows. */
export type Proofs = Readonly<Record<RowId, RowProof | MissingProof>>

export const isProved = (proof: RowProof | MissingProof): proof is RowProof => !('awaits' in proof)
