/** How far somebody is: by lesson, then by step. What a lesson does not know any more is kept. */
import type { StrategyName } from '@/lib/strategies/strategy'
import type { Horizon } from '../fold/horizon'
import type { Marks } from '../fold/marks'

/** How sure somebody was of a prediction. */
export const SURENESS = ['guess', 'fairly', 'sure'] as const
export type Sureness = (typeof SURENESS)[number]

/** The answer of one who does not know: "not sure yet", "I cannot tell". */
export const UNKNOWN = 'unknown'

export const HOW = ['done', 'skipped', 'shown'] as const

/** What fulfilled an act step. */
export interface Pin {
  /** Of which sandbox; it may be gone. */
  sandbox: string
  /** Ids, one of each lane that took part. */
  exchanges: Readonly<Partial<Record<StrategyName, string>>>
  /** When it was reached; ISO 8601, the server's clock. */
  at: string
  /** What later steps of the lesson ask for, read off when it was there: by id of the step. */
  said: Readonly<Record<string, string>>
}

export interface StepRecord {
  how: (typeof HOW)[number]
  /** Of a question: a choice of it, or UNKNOWN. */
  choice?: string
  /** Of a prediction. */
  sure?: Sureness
  /** Of an act. */
  pin?: Pin
}

/** The step that is under way. */
export interface UnderWay {
  step: string
  /** null: the sandbox was not known yet; what is there when it is, does not count. */
  from: Horizon | null
  marks: Marks
  /** The answers that were given and were not what there was to see. */
  tried: readonly string[]
  /** The page has played it, or is about to. */
  shown?: true
}

export interface LessonProgress {
  steps: Readonly<Record<string, StepRecord>>
  /** null: it was not begun, or it is done. */
  now: UnderWay | null
  /** Once and for all, also when the lesson gets another step, or is under way once more. */
  done: boolean
  /** How often it was begun once more, with nothing said; absent: never. */
  again?: number
}

export const NOT_BEGUN: LessonProgress = { steps: {}, now: null, done: false }

/** Of all lessons, by id, e.g. "L08". */
export type Progress = Readonly<Record<string, LessonProgress>>
