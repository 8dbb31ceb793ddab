/** What came of a question, and whose word that is. */
import { choiceFor } from '../asked'
import type { CheckStep, PredictStep, SeeStep } from '../lesson'
import type { LessonProgress } from '../progress/progress'
import type { Choice } from '../question'
import type { LessonSheet } from '../sheet'

export interface Judgement {
  /** `lab`: as it was measured here; `own`: as the reader's own exchanges or run have it. */
  of: 'lab' | 'own'
  /** null: it is not known, or not yet: the act was not done, or nothing of the kind was recorded. */
  value: string | null
  /** The choice that says so; null: none of them does, which is told as it is. */
  right: string | null
  /** Of an own run: what was measured here, where that differs. The own run counts. */
  elsewhere: string | null
}

type Question = Pick<PredictStep | SeeStep | CheckStep, 'id' | 'asks'> & {
  readonly between: readonly Choice[]
}
interface StepNames {
  readonly steps: readonly { readonly id: string }[]
}

export function judge(
  lesson: StepNames,
  { expected }: LessonSheet,
  progress: LessonProgress,
  { id, asks, between }: Question,
): Judgement {
  const isOwn = 'reading' in asks || 'ownRun' in asks
  const measured = expected[id] ?? null
  const value = isOwn ? ownOf(lesson, progress, id) : measured
  const right = value === null ? null : choiceFor(between, value)
  const elsewhere = 'ownRun' in asks && value !== null && value !== measured ? measured : null
  return { of: isOwn ? 'own' : 'lab', value, right, elsewhere }
}

/** As the newest act that was asked about it said. */
function ownOf({ steps }: StepNames, progress: LessonProgress, id: string): string | null {
  const said = steps.flatMap((step) => progress.steps[step.id]?.pin?.said[id] ?? [])
  return said.at(-1) ?? null
}
