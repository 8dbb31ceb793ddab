/** What came of a question that was answered, as far as its reader has been told. Pure. */
import { judge } from '@/lib/lessons/fold/judge'
import type { LessonProgress } from '@/lib/lessons/progress/progress'
import type { RecordLesson, RecordStep } from './record-given'

export interface CameOf {
  /** As it was said. */
  held: boolean
  /** A choice, or what none of them says. */
  value: string
}

/** null: nothing was said, nothing is known, or it is not to be told yet: of a prediction when the reader has looked, never before. */
export function cameOf(lesson: RecordLesson, progress: LessonProgress, step: RecordStep): CameOf | null {
  const choice = progress.steps[step.id]?.choice
  if (!step.question || choice === undefined) return null
  if (step.do === 'predict' && !hasLooked(lesson, progress, step)) return null
  const { right, value } = judge(lesson, lesson.sheet, progress, { id: step.id, ...step.question })
  return value === null ? null : { held: choice === right, value: right ?? value }
}

function hasLooked({ steps }: RecordLesson, progress: LessonProgress, step: RecordStep): boolean {
  const next = steps.slice(steps.indexOf(step)).find(({ do: kind }) => kind === 'see' || kind === 'read')
  return next !== undefined && progress.steps[next.id] !== undefined
}
