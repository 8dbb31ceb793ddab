/** All lessons, from their folders, as of the labs (all-labs.ts). */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Lesson } from '@/lib/lessons/lesson'

const slugs = readdirSync(join(import.meta.dirname, '../lib/lessons')).filter((name) => /^l\d/.test(name))
const files: { lesson: Lesson }[] = await Promise.all(
  slugs.sort().map((slug) => import(`../lib/lessons/${slug}/lesson.ts`)),
)

export const LESSONS: readonly Lesson[] = files.map(({ lesson }) => lesson)
