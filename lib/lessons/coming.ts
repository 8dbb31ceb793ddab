/** Lessons of the curriculum that wait for a lab. Their names are in the catalogue `learn`: `coming.L01`. */
import type { Lesson } from './lesson'

export interface ComingLesson {
  readonly id: Lesson['id']
  /** Labs that it waits for, as the curriculum counts. */
  readonly awaits: readonly `X${number}`[]
}

export const COMING: readonly ComingLesson[] = [{ id: 'L16', awaits: ['X22'] }]
