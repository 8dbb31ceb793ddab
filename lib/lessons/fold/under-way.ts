/** Which step it is, and the way to the next one. */
import type { Lesson, LessonStep } from '../lesson'
import type { LessonProgress, StepRecord, UnderWay } from '../progress/progress'
import type { LessonFacts } from './facts'
import { type Horizon, horizonOf } from './horizon'

/** null: the lesson is done. */
export function stepOf(lesson: Lesson, { steps, done }: LessonProgress): LessonStep | null {
  return done ? null : (lesson.steps.find(({ id }) => !steps[id]) ?? null)
}

/** The step under way, begun if it was not. */
export function begun(lesson: Lesson, progress: LessonProgress, facts: LessonFacts): LessonProgress {
  const step = stepOf(lesson, progress)
  if (!step) return progress.done && progress.now === null ? progress : { ...progress, now: null, done: true }
  if (progress.now?.step === step.id) return progress
  return { ...progress, now: begin(step, startOf(facts)) }
}

export const startOf = (facts: LessonFacts): Horizon | null =>
  facts.sandbox === null ? null : horizonOf(facts.sandbox, facts)

const begin = ({ id }: LessonStep, from: Horizon | null): UnderWay => ({
  step: id,
  from,
  marks: {},
  tried: [],
})

/** The step is done, one way or another, and the next one under way: from there on. */
export function passed(
  lesson: Lesson,
  progress: LessonProgress,
  step: LessonStep,
  { record, from }: { record: StepRecord; from: Horizon | null },
): LessonProgress {
  const steps = { ...progress.steps, [step.id]: record }
  const next = stepOf(lesson, { ...progress, steps })
  return { steps, now: next && begin(next, from), done: progress.done || next === null }
}

/** Once more from here, after the scene was set: what was seen of the step under way is forgotten. */
export function anew(lesson: Lesson, before: LessonProgress, facts: LessonFacts): LessonProgress {
  const progress = begun(lesson, before, facts)
  const { now } = progress
  return now ? { ...progress, now: { ...now, from: startOf(facts), marks: {} } } : progress
}
