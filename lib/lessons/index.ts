/** All lessons, in the order of the curriculum: one is a folder (README.md here), and there is no other list of them. */
import type { Lesson } from './lesson'

/** "L08" is 8. Before the list: it is sorted at once. */
export const numberIn = ({ id }: Pick<Lesson, 'id'>): number => Number(id.slice(1))

// Without the option `import`: a production build of Turbopack 16.4 renames exports, and there looks for the old name.
const FOLDERS = import.meta.glob<{ lesson: Lesson }>('./l*/lesson.ts', { eager: true })

export const LESSONS: readonly Lesson[] = Object.values(FOLDERS)
  .map(({ lesson }) => lesson)
  .sort((one, other) => numberIn(one) - numberIn(other))

export const lessonOf = (slug: string): Lesson | null =>
  LESSONS.find((lesson) => lesson.slug === slug) ?? null
