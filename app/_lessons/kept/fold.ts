'use client'
// What the reader says, and what is done in the reader's place. It knows how lessons are folded, and comes after the page.
import { answer, type GivenAnswer, read, show, skip } from '@/lib/lessons/fold/answers'
import { reduce } from '@/lib/lessons/fold/reduce'
import { anew, onceMore, reopened } from '@/lib/lessons/fold/under-way'
import type { Lesson } from '@/lib/lessons/lesson'
import type { LessonProgress } from '@/lib/lessons/progress/progress'
import type { LessonSheet } from '@/lib/lessons/sheet'
import { factsNow } from './facts'
import { change } from './progress-store'

export const takeIn = (lesson: Lesson): void =>
  change(lesson.id, (before) => reduce(lesson, before, factsNow()))

/** What has happened up to now counts first. */
function after(lesson: Lesson, next: (progress: LessonProgress) => LessonProgress): void {
  change(lesson.id, (before) => next(reduce(lesson, before, factsNow())))
}

export const say = (of: { lesson: Lesson; sheet: LessonSheet }, said: GivenAnswer): void =>
  after(of.lesson, (progress) => answer(of, progress, factsNow(), said))

export const readStep = (lesson: Lesson, step: string): void =>
  after(lesson, (progress) => read(lesson, progress, factsNow(), step))

export const skipStep = (lesson: Lesson, step: string): void =>
  after(lesson, (progress) => skip(lesson, progress, factsNow(), step))

export const showStep = (lesson: Lesson, step: string): void =>
  after(lesson, (progress) => show(lesson, progress, factsNow(), step))

/** The scene was set: from here on it counts. */
export const beginAnew = (lesson: Lesson): void =>
  change(lesson.id, (progress) => anew(lesson, progress, factsNow()))

/** It was skipped, or nothing is known of it any more. */
export const reopenStep = (lesson: Lesson, step: string): void =>
  after(lesson, (progress) => reopened(lesson, progress, factsNow(), step))

export const playOnceMore = (lesson: Lesson): void =>
  change(lesson.id, (progress) => onceMore(lesson, progress, factsNow()))
