/** What somebody did instead of the act, and whether the act can still be done. */
import type { Lesson } from '../lesson'
import type { LessonProgress } from '../progress/progress'
import type { LessonFacts } from './facts'
import type { SeenMark } from './marks'
import { isLater } from './order'
import { reached } from './reduce'
import { stepOf } from './under-way'

export interface LessonTold {
  /** Of what was done last and fits a mistake: the key of the catalogue, and what it was. null: nothing does. */
  wrong: { say: string; did: readonly SeenMark[] } | null
  /** From here the goal cannot be reached any more. */
  dead: boolean
}

const NOTHING: LessonTold = { wrong: null, dead: false }

export function told(lesson: Lesson, progress: LessonProgress, facts: LessonFacts): LessonTold {
  const step = stepOf(lesson, progress)
  const { now } = progress
  if (step?.do !== 'act' || now?.step !== step.id || now.from?.sandbox !== facts.sandbox) return NOTHING
  const since = { from: now.from, marks: {} }
  const found = step.wrong
    .map(({ when, say }) => ({ say, ...reached(when, since, facts) }))
    .filter(({ at }) => at !== null)
  // The first of those that came last.
  const newest = found.reduce<(typeof found)[number] | null>(
    (best, one) => (best === null || isLater(one.at!, best.at!) ? one : best),
    null,
  )
  return {
    wrong: newest && { say: newest.say, did: newest.hits },
    dead: step.dead !== undefined && reached(step.dead, since, facts).at !== null,
  }
}
