'use client'
// Acts that are played for the visitor, one after the other, slowly enough to be seen.
import { create } from 'zustand'
import { backToDefaults } from '@/app/_live/dials/asked'
import { isWeak, turnedFrom } from '@/app/_live/dials/dial-list'
import { resetClock } from '@/app/_live/requests/acts'
import { backToLive } from '@/app/_live/state/cursor'
import { useLive } from '@/app/_live/state/store'
import type { LessonAct } from '@/lib/lessons/act'
import type { ActStep, Lesson } from '@/lib/lessons/lesson'
import { sceneDials } from '@/lib/lessons/way'
import { beginAnew, showStep } from '../kept/fold'
import { useKeptLessons } from '../kept/progress-store'
import type { LessonGiven } from '../use-lesson'
import { askScene } from './ask-scene'
import { performAct } from './perform'

interface Playing {
  /** null: nothing is played. */
  acts: readonly LessonAct[] | null
  /** How many are done. */
  done: number
  failed: boolean
  /** The sandbox in which the scene of which lesson was set. */
  set: string | null
}

const IDLE = { acts: null, done: 0, failed: false }

export const usePlaying = create<Playing>()(() => ({ ...IDLE, set: null }))

/** Between two acts, so that each can be seen. Milliseconds. */
const PAUSE = 900

export function stopPlaying(): void {
  usePlaying.setState(IDLE)
}

/** The lesson begins once more, and so does its scene. */
export const forgetScene = (): void => usePlaying.setState({ set: null })

/** @returns whether all of them were done */
export async function play(acts: readonly LessonAct[], labs: LessonGiven['labs']): Promise<boolean> {
  usePlaying.setState({ ...IDLE, acts })
  const isStopped = () => usePlaying.getState().acts !== acts
  backToLive()
  for (const [i, act] of acts.entries()) {
    if (i > 0) await new Promise((resolve) => setTimeout(resolve, PAUSE))
    if (isStopped()) return false
    const isDone = await performAct(act, labs)
    if (isStopped()) return false
    if (!isDone) {
      usePlaying.setState({ ...IDLE, failed: true })
      return false
    }
    usePlaying.setState({ done: i + 1 })
  }
  usePlaying.setState(IDLE)
  return true
}

/** The clock shows now, the dials stand as the scene says, the laptop is in hand; then its acts. From there on the lesson counts. */
export async function setScene({ lesson, labs }: LessonGiven): Promise<boolean> {
  if (useLive.getState().clockOffset !== 0) await resetClock()
  if (turnedFrom(useLive.getState().dials).length > 0) await backToDefaults()
  const acts: LessonAct[] = [...sceneDials(lesson), { do: 'device', device: 'laptop' }, ...lesson.scene.acts]
  if (!(await play(acts, labs))) return false
  usePlaying.setState({ set: sceneName(lesson) })
  beginAnew(lesson)
  return true
}

export const sceneName = ({ id }: Lesson): string => `${id} ${useLive.getState().sandbox?.id ?? ''}`

/** It would weaken something, or put back what the visitor has turned. */
export function asksFirst(lesson: Lesson): boolean {
  const weakens = sceneDials(lesson).some(({ lane, name, value }) => isWeak({ strategy: lane, name, value }))
  return weakens || turnedFrom(useLive.getState().dials).length > 0
}

/** What reaches the goal; before it the scene, where nobody has set it. */
export async function playSolve(given: LessonGiven, step: ActStep): Promise<void> {
  const { lesson, labs } = given
  const solve = async () => {
    showStep(lesson, step.id)
    return (await play(step.solve, labs)) && !(await isReached(lesson, step))
  }
  // What the page held in memory may have gone with a reload: then it begins once more, from the scene.
  if (isSet(lesson) && !(await solve())) return
  if (asksFirst(lesson)) return askScene({ after: () => void solve() })
  if (await setScene(given)) await solve()
}

/** Milliseconds. The last exchange is told of after its answer has come. */
const PATIENCE = 2000

export async function isReached({ id }: Lesson, step: ActStep): Promise<boolean> {
  const isDone = () => useKeptLessons.getState().progress[id]?.steps[step.id] !== undefined
  if (isDone()) return true
  return new Promise((resolve) => {
    const end = (reached: boolean) => {
      clearTimeout(timer)
      stop()
      resolve(reached)
    }
    const timer = setTimeout(() => end(false), PATIENCE)
    const stop = useKeptLessons.subscribe(() => isDone() && end(true))
  })
}

/** Or an act of this lesson was done in this very sandbox: then it lies behind. */
function isSet(lesson: Lesson): boolean {
  const sandbox = useLive.getState().sandbox?.id
  const steps = Object.values(useKeptLessons.getState().progress[lesson.id]?.steps ?? {})
  return usePlaying.getState().set === sceneName(lesson) || steps.some(({ pin }) => pin?.sandbox === sandbox)
}
