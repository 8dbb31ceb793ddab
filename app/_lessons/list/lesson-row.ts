/** A lesson as the list is given it. */
import type { Lesson } from '@/lib/lessons/lesson'

export interface LessonRow {
  id: Lesson['id']
  slug: string
  n: number
  title: string
  short: string
  minutes: number
  /** Short names of those that come first. */
  needs: readonly string[]
  /** Lines of the note that it answers. */
  settles: number
  /** Ids, in order. */
  steps: readonly string[]
}
