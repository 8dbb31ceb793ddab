/**
 * What is asked, and where its right answer comes from: never from a text of the lesson. A lab's definition says what comes of it
 * (a test of the lab holds that it does), and the reader's own exchanges say what came.
 */
import type { ReadingName } from '@/lib/reading/observed/readings'
import type { StrategyName } from '@/lib/strategies/strategy'

/** Of a lab's expected verdicts. `position`: `default` where it is left out. */
export type LabQuestion = { lab: string; position?: string; moment: string } & (
  | /** The answer is the outcome in this lane. */ { lane: StrategyName }
  | /** The answer is the lanes that have this outcome, in their order: "cookie+jwt"; "none". */ {
      outcome: string
    }
)

/** Of the reader's own run of a lab: as above, from what was found in this browser. */
export type RunQuestion = { ownRun: LabQuestion }

/** Of the reader's own exchanges: those that fulfilled an act step of this lesson. */
export interface OwnQuestion {
  reading: ReadingName
  /** Of which lane; absent: the reading compares the lanes. */
  lane?: StrategyName
  /** Id of the act step that pinned them. */
  of: string
}

/** An answer to choose: as the question gives it, or the numbers from `from` up to and with `to`. */
export type Choice = string | { id: string; from?: number; to?: number }
