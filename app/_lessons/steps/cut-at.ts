/** Where the sandbox stands in one column. Pure. */
import type { LessonStep } from '@/lib/lessons/lesson'

/** Behind the act under way, or the last one before: it is done there, and then looked at. Before the first act: behind the step under way. */
export function cutAt(steps: readonly LessonStep[], at: number): number {
  const now = at < 0 ? steps.length - 1 : at
  const act = steps.findLastIndex((step, i) => step.do === 'act' && i <= now)
  return act < 0 ? now : act
}
