'use client'
// The lesson that is open: it goes on with what happens in the sandbox, and with what the reader says.
import { useEffect, useMemo } from 'react'
import { openKept, useKept } from '@/app/_labs/run/kept'
import { useLive } from '@/app/_live/state/store'
import { answer, type GivenAnswer, read, show, skip } from '@/lib/lessons/fold/answers'
import { reduce } from '@/lib/lessons/fold/reduce'
import { type LessonTold, told } from '@/lib/lessons/fold/told'
import { anew } from '@/lib/lessons/fold/under-way'
import type { Lesson } from '@/lib/lessons/lesson'
import type { LessonProgress } from '@/lib/lessons/progress/progress'
import type { LessonSheet } from '@/lib/lessons/sheet'
import { useGiven, useProgress } from '../use-lesson'
import { factsKnown, factsNow, useOpened } from './facts'
import { change, openProgress } from './progress-store'

/** Milliseconds. An act on three lanes comes in six pieces. */
const MOMENT = 50

/** As long as the page is open. */
export function useFollow(lesson: Lesson): void {
  useEffect(() => {
    const close = openProgress()
    let timer: ReturnType<typeof setTimeout> | undefined
    const fold = () => {
      timer = undefined
      change(lesson.id, (before) => reduce(lesson, before, factsNow()))
    }
    const soon = () => {
      timer ??= setTimeout(fold, MOMENT)
    }
    const stops = [useLive.subscribe(soon), useKept.subscribe(soon), useOpened.subscribe(soon)]
    void factsKnown.then(soon)
    return () => {
      clearTimeout(timer)
      for (const stop of [close, ...stops]) stop()
    }
  }, [lesson])
  const sandbox = useLive((live) => live.sandbox?.id)
  useEffect(() => {
    if (sandbox) openKept(sandbox)
  }, [sandbox])
}

type Change = (progress: LessonProgress) => LessonProgress

/** What has happened up to now counts first. */
function after(lesson: Lesson, next: Change): void {
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

/** What was done instead of the act, and whether it can still be done. */
export function useTold(): LessonTold {
  const { lesson } = useGiven()
  const progress = useProgress()
  const exchanges = useLive((live) => live.exchanges)
  const desk = useLive((live) => live.desk)
  const acts = useLive((live) => live.acts)
  return useMemo(() => told(lesson, progress, factsNow()), [lesson, progress, exchanges, desk, acts])
}
