/** What a text from elsewhere would add, told before it is taken. Pure. */
import { merge } from './merge'
import type { Progress } from './progress'

export interface AddedLesson {
  id: string
  /** Steps that are new here, or were left better there. */
  steps: number
  /** It would be done, and is not now. */
  done: boolean
}

/** Lesson by lesson; none: all of it is here already. */
export function addedBy(mine: Progress, other: Progress): AddedLesson[] {
  return Object.entries(merge(mine, other)).flatMap(([id, both]) => {
    const before = mine[id]?.steps ?? {}
    const steps = Object.entries(both.steps).filter(([step, record]) => before[step] !== record).length
    const done = both.done && !mine[id]?.done
    return steps > 0 || done ? [{ id, steps, done }] : []
  })
}
