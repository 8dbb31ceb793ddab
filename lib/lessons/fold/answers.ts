/** What the reader says, and what is done in the reader's place. Of another step than the one under way nothing is taken. */
import { choiceId, type Lesson, type LessonStep } from '../lesson'
import { type LessonProgress, type StepRecord, type Sureness, UNKNOWN } from '../progress/progress'
import type { Choice } from '../question'
import type { LessonSheet } from '../sheet'
import type { LessonFacts } from './facts'
import { judge } from './judge'
import { begun, passed, startOf, stepOf } from './under-way'

export interface GivenAnswer {
  /** Id of the step. */
  step: string
  /** A choice of it, or UNKNOWN. */
  choice: string
  /** Only of a prediction. */
  sure?: Sureness
}

/** Who has seen wrong looks again: a see step is done when what was there is said, or UNKNOWN. */
export function answer(
  { lesson, sheet }: { lesson: Lesson; sheet: LessonSheet },
  before: LessonProgress,
  facts: LessonFacts,
  { step: id, choice, sure }: GivenAnswer,
): LessonProgress {
  const progress = begun(lesson, before, facts)
  const step = stepOf(lesson, progress)
  if (step?.id !== id || !('between' in step) || !isChoice(step.between, choice)) return before
  const { right } = judge(lesson, sheet, progress, step)
  if (step.do === 'see' && choice !== UNKNOWN && right !== null && choice !== right)
    return tried(progress, choice)
  const record: StepRecord = { how: 'done', choice, ...(step.do === 'predict' && sure && { sure }) }
  return passed(lesson, progress, step, { record, from: startOf(facts) })
}

const isChoice = (between: readonly Choice[], choice: string) =>
  choice === UNKNOWN || between.some((one) => choiceId(one) === choice)

function tried(progress: LessonProgress, choice: string): LessonProgress {
  const { now } = progress
  return now && !now.tried.includes(choice)
    ? { ...progress, now: { ...now, tried: [...now.tried, choice] } }
    : progress
}

/** The text of a read step was read. */
export const read = (
  lesson: Lesson,
  progress: LessonProgress,
  facts: LessonFacts,
  id: string,
): LessonProgress =>
  leave(lesson, progress, facts, id, ({ do: kind }) => (kind === 'read' ? { how: 'done' } : null))

/** Not done, and the lesson goes on. */
export const skip = (
  lesson: Lesson,
  progress: LessonProgress,
  facts: LessonFacts,
  id: string,
): LessonProgress => leave(lesson, progress, facts, id, () => ({ how: 'skipped' }))

function leave(
  lesson: Lesson,
  before: LessonProgress,
  facts: LessonFacts,
  id: string,
  recordOf: (step: LessonStep) => StepRecord | null,
): LessonProgress {
  const progress = begun(lesson, before, facts)
  const step = stepOf(lesson, progress)
  const record = step?.id === id ? recordOf(step) : null
  return step && record ? passed(lesson, progress, step, { record, from: startOf(facts) }) : before
}

/** "Show me": what reaches the goal is about to be played. When it is reached, that was shown and not done. */
export function show(lesson: Lesson, before: LessonProgress, facts: LessonFacts, id: string): LessonProgress {
  const progress = begun(lesson, before, facts)
  const { now } = progress
  if (now?.step !== id || stepOf(lesson, progress)?.do !== 'act') return before
  return { ...progress, now: { ...now, shown: true } }
}
