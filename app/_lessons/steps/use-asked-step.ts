'use client' // the link of a teacher: only the browser knows the address
import { useEffect } from 'react'
import type { Lesson, LessonStep } from '@/lib/lessons/lesson'
import { skipStep } from '../kept/answers'
import { useKeptLessons } from '../kept/progress-store'
import { askScene } from '../scene/ask-scene'
import { useGiven } from '../use-lesson'
import { titleId } from './title-id'

/**
 * `?step=force`: opens there, with the steps before it skipped; `&scene` offers to play the scene and the acts before it. What was done in this browser is not
 * skipped again: then the page only goes to where the lesson is.
 */
export function useAskedStep(): void {
  const { lesson } = useGiven()
  const known = useKeptLessons((kept) => kept.known)
  useEffect(() => {
    if (!known) return
    const query = new URLSearchParams(location.search)
    const at = lesson.steps.findIndex(({ id }) => id === query.get('step'))
    if (query.has('scene')) askScene({ to: lesson.steps[at]?.id ?? null })
    if (at < 0) return
    const { steps = {} } = useKeptLessons.getState().progress[lesson.id] ?? {}
    const before = Object.keys(steps).length === 0 ? lesson.steps.slice(0, at) : []
    void skipAll(lesson, before).then(() =>
      requestAnimationFrame(() => document.getElementById(titleId(lesson.steps[at]!.id))?.focus()),
    )
  }, [known, lesson])
}

/** One after the other: of another step than the one under way nothing is taken. */
async function skipAll(lesson: Lesson, steps: readonly LessonStep[]): Promise<void> {
  for (const { id } of steps) await skipStep(lesson, id)
}
