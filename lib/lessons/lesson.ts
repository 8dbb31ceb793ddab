/**
 * The one shape of a lesson: predict, act, say what you saw, why, check. A definition drives the page, the teacher's page and the
 * tests, which play the learner. Pure data: no function, no selector, no timer. Its words are in the catalogue of its folder.
 */
import type { DialChange } from '@/lib/sandbox/world/settings'
import type { LessonAct } from './act'
import type { Goal } from './goal'
import type { Choice, LabQuestion, OwnQuestion, RunQuestion } from './question'

export interface Lesson {
  /** As the curriculum counts. */
  readonly id: `L${number}`
  /** Its folder; in addresses, and of the catalogue `lesson-…`: lower case id, then a word or two, e.g. "l08-forced-sign-out". */
  readonly slug: string
  /** Whole minutes: for one alone, and with a class that talks about it. */
  readonly minutes: { readonly alone: number; readonly class: number }
  /** Slugs of lessons that come first. */
  readonly needs: readonly string[]
  /** Rows of the study note that it answers, e.g. "S-096". */
  readonly settles: readonly string[]
  /** Terms of the glossary that it explains, and those that it uses and an earlier lesson explained. */
  readonly teaches: readonly string[]
  readonly uses: readonly string[]
  /** Offered, never forced; the same that a link can do. */
  readonly scene: { readonly dials: DialChange; readonly acts: readonly LessonAct[] }
  readonly steps: readonly LessonStep[]
}

export type LessonStep = ReadStep | PredictStep | ActStep | SeeStep | CheckStep

/** Why it came so: opens when the reader has said what there was to see. */
export interface ReadStep {
  readonly do: 'read'
  readonly id: string
}

/** Before the act. Its right answer is a lab's, or what the reader's own act will show. */
export interface PredictStep {
  readonly do: 'predict'
  readonly id: string
  readonly asks: LabQuestion | OwnQuestion
  /** "Not sure yet" is added to each. */
  readonly between: readonly [Choice, Choice, ...Choice[]]
}

export interface ActStep {
  readonly do: 'act'
  readonly id: string
  readonly goal: Goal
  /** What somebody did instead, and what the page says to it: a key of the catalogue. The first that fits is told. */
  readonly wrong: readonly { readonly when: Goal; readonly say: string }[]
  /** How many hints the catalogue has, each more plain than the one before. */
  readonly hints: number
  /** From here the goal cannot be reached any more: the scene is offered again. */
  readonly dead?: Goal
  /** What reaches the goal: played by "show me", and by the tests. */
  readonly solve: readonly LessonAct[]
}

/** What was to be seen in the act before. It comes before any explanation: who has seen wrong learns the wrong thing. */
export interface SeeStep {
  readonly do: 'see'
  readonly id: string
  readonly asks: OwnQuestion | RunQuestion
  /** "I cannot tell" is added to each. */
  readonly between: readonly [Choice, Choice, ...Choice[]]
}

/** One question on what follows from it, in another situation than the one that was played. */
export interface CheckStep {
  readonly do: 'check'
  readonly id: string
  readonly asks: LabQuestion | OwnQuestion
  /** Each has a reply in the catalogue. */
  readonly between: readonly [Choice, Choice, ...Choice[]]
}

export const choiceId = (choice: Choice): string => (typeof choice === 'string' ? choice : choice.id)
