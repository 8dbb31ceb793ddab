'use client'
// For who comes in at a later step: the scene, then the acts before it, played as "Show me" plays them.
import type { LessonAct } from '@/lib/lessons/act'
import type { ActStep } from '@/lib/lessons/lesson'
import { isRecorded, wayTo } from '@/lib/lessons/way'
import { reopenStep, showStep, skipStep } from '../kept/fold'
import { useKeptLessons } from '../kept/progress-store'
import type { LessonGiven } from '../use-lesson'
import { isReached, play, setScene } from './play'

type Labs = LessonGiven['labs']

/** A lab that needs a second site is not run where there is none. */
export const playableIn =
  (labs: Labs) =>
  (act: LessonAct): boolean => {
    if (act.do !== 'lab') return true
    const sheet = labs[act.lab]?.sheet
    return sheet !== undefined && !(sheet.crossSite && sheet.attackerOrigin === null)
  }

/** What was played is shown, not done; questions before the step that nobody has answered are skipped. */
export async function playTo(given: LessonGiven, id: string): Promise<void> {
  const { lesson, labs } = given
  const way = wayTo(lesson, id, playableIn(labs))
  if (!(await setScene(given))) return
  for (const step of lesson.steps) {
    if (step.id === id) return
    if (step.do !== 'act' || !way.includes(step)) skipStep(lesson, step.id)
    else if (!(await showAct(given, step, isOwed(given, step, { to: id, last: way.at(-1) })))) return
  }
}

/** It was skipped; or it is the newest that the question is about, and what it said is not known. */
function isOwed(
  { lesson }: LessonGiven,
  step: ActStep,
  { to, last }: { to: string; last?: ActStep },
): boolean {
  const progress = useKeptLessons.getState().progress[lesson.id]
  if (!progress) return false
  const asksForIt = step === last && lesson.steps.some((one) => one.id === to && one.do === 'see')
  return progress.steps[step.id]?.how === 'skipped' || (asksForIt && !isRecorded(progress, to))
}

/** @returns false: it was stopped, or could not be done. Then the lesson stands at this act. */
async function showAct({ lesson, labs }: LessonGiven, step: ActStep, isOwed: boolean): Promise<boolean> {
  if (isOwed) reopenStep(lesson, step.id)
  showStep(lesson, step.id)
  if (!(await play(step.solve, labs))) return false
  if (!(await isReached(lesson, step))) skipStep(lesson, step.id)
  return true
}
