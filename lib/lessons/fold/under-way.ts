/** Which step it is, and the way to the next one. */
import type { Lesson, LessonStep } from '../lesson'
import type { LessonProgress, StepRecord, UnderWay } from '../progress/progress'
import type { LessonFacts } from './facts'
import { type Horizon, horizonOf } from './horizon'

/** null: the lesson is done, and not under way once more. */
export function stepOf(lesson: Lesson, { steps, now, done }: LessonProgress): LessonStep | null {
  return done && !now ? null : (lesson.steps.find(({ id }) => !steps[id]) ?? null)
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
  return { ...progress, steps, now: next && begin(next, from), done: progress.done || next === null }
}

/** From its first step, with nothing said; that it was done stays. */
export function onceMore(lesson: Lesson, { done, again = 0 }: LessonProgress, facts: LessonFacts) {
  const progress: LessonProgress = { steps: {}, now: null, done: false, again: again + 1 }
  return { ...begun(lesson, progress, facts), done }
}

/** An act that lies behind is under way again; all else that was done or said stays. Of a lesson that is done nothing is taken back. */
export function reopened(lesson: Lesson, before: LessonProgress, facts: LessonFacts, id: string) {
  const { [id]: record, ...steps } = before.steps
  if (!record || !stepOf(lesson, before)) return before
  return begun(lesson, { ...before, steps }, facts)
}

/** Once more from here, after the scene was set: what was seen of the step under way is forgotten. */
export function anew(lesson: Lesson, before: LessonProgress, facts: LessonFacts): LessonProgress {
  const progress = begun(lesson, before, facts)
  const { now } = progress
  return now ? { ...progress, now: { ...now, from: startOf(facts), marks: {} } } : progress
}
