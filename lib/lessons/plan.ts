/** What fits into an hour with a class: one lesson that it is for, and those that this one needs, played or told. Pure. */
import { LESSONS } from './index'
import type { Lesson } from './lesson'
import { spanOf, type TimeSpan, together } from './times'

/** Minutes. */
export const PLANS = [30, 45, 60, 90] as const

/** Told: its one sentence to keep is said, and shown on `/` where there is time. */
export const TOLD: TimeSpan = { least: 30, most: 60 }

export interface PlannedLesson {
  lesson: Lesson
  how: 'played' | 'told'
  span: TimeSpan
  /** Seconds from the beginning, where everything takes its longest. */
  from: number
}

export interface LessonPlan {
  minutes: number
  /** In order. */
  parts: readonly PlannedLesson[]
  /** Of all parts. What is left of the minutes is for questions. */
  span: TimeSpan
}

/**
 * At first all that the aim needs is told. Then lessons are played instead, as long as the time is there: first those that most others need.
 * What is left goes to lessons that follow.
 *
 * @returns null: there is no time for the aim
 */
export function planFor(
  minutes: number,
  aim: Lesson,
  lessons: readonly Lesson[] = LESSONS,
): LessonPlan | null {
  const chain = neededBy(aim, lessons)
  const planWith = (played: readonly Lesson[]) => planOf(minutes, [...chain, ...played], played, lessons)
  const fits = (played: readonly Lesson[]) => planWith(played).span.most <= minutes * 60
  let played = [aim]
  if (!fits(played)) return null
  const wanted = (lesson: Lesson) => lessons.filter(({ needs }) => needs.includes(lesson.slug)).length
  for (const lesson of chain.toReversed().toSorted((a, b) => wanted(b) - wanted(a)))
    if (fits([...played, lesson])) played = [...played, lesson]
  for (const lesson of lessons.slice(lessons.indexOf(aim) + 1)) {
    const there = new Set([...chain, ...played].map(({ slug }) => slug))
    if (lesson.needs.every((slug) => there.has(slug)) && fits([...played, lesson]))
      played = [...played, lesson]
  }
  return planWith(played)
}

/** All that come first, and what these need, in order. */
function neededBy(aim: Lesson, lessons: readonly Lesson[]): Lesson[] {
  const found = new Set<string>()
  const look = ({ needs }: Lesson) => {
    for (const slug of needs) {
      const lesson = lessons.find((one) => one.slug === slug)
      if (!lesson || found.has(slug)) continue
      found.add(slug)
      look(lesson)
    }
  }
  look(aim)
  return lessons.filter(({ slug }) => found.has(slug))
}

function planOf(
  minutes: number,
  all: readonly Lesson[],
  played: readonly Lesson[],
  order: readonly Lesson[],
): LessonPlan {
  let from = 0
  const parts = order
    .filter((lesson) => all.includes(lesson))
    .map((lesson): PlannedLesson => {
      const how = played.includes(lesson) ? 'played' : 'told'
      const part = { lesson, how, span: how === 'played' ? spanOf(lesson) : TOLD, from } as const
      from += part.span.most
      return part
    })
  return { minutes, parts, span: together(parts.map(({ span }) => span)) }
}
