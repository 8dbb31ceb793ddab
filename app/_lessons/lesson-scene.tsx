'use client' // a lesson is played in this browser, in the visitor's own sandbox
import { type ReactNode, useEffect } from 'react'
import { backToLive } from '@/app/_live/state/cursor'
import { useTarget } from '@/app/_live/state/targets'
import { startLater } from '@/app/_notices/start-later'
import { later } from '@/app/_ui/later'
import type { LessonStep } from '@/lib/lessons/lesson'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { labBeside } from './lab/asked-lab'
import { LessonBar } from './lesson-bar'
import { LessonEnd } from './lesson-end'
import { LiveSide } from './live/live-side'
import { usePinned } from './live/use-pinned'
import { SceneOffer } from './scene/scene-offer'
import { cutAt } from './steps/cut-at'
import { Step } from './steps/step'
import { SANDBOX } from './steps/title-id'
import { LessonContext, type LessonGiven, useGiven, useProgress } from './use-lesson'

const Along = later(() => import('./along').then((file) => file.Along))
const LabSide = later(
  () => import('./lab/lab-side').then((file) => file.LabSide),
  () => <div className="min-h-105 border border-line bg-surface" aria-hidden="true" />,
)

/** `children`: what the lesson is about, made on the server. */
export function LessonScene({ given, children }: { given: LessonGiven; children: ReactNode }) {
  return (
    <LessonContext value={given}>
      <LessonBar />
      <Columns>{children}</Columns>
    </LessonContext>
  )
}

/** Opens the sandbox as the page of three lanes does; the address stays the lesson's. */
function useOpenSandbox(): void {
  useEffect(() => {
    backToLive()
    useTarget.setState({ target: 'all' })
    startLater({ lanes: STRATEGIES })
  }, [])
}

/**
 * The lesson at the left, the sandbox at the right. In one column the sandbox stands after the act that it is for: there it is in the
 * order of the page, and so it is for who reads it with the ears.
 */
function Columns({ children }: { children: ReactNode }) {
  const { lesson } = useGiven()
  const { steps } = useProgress()
  useOpenSandbox()
  const at = lesson.steps.findIndex(({ id }) => !steps[id])
  const step = lesson.steps[at] ?? null
  const cut = cutAt(lesson.steps, at)
  const shown = lesson.steps.map((one, i) => <Step key={one.id} step={one} current={i === at} />)
  // By its key it is the same wherever it stands.
  shown.splice(cut + 1, 0, <Beside key={SANDBOX} step={step} />)
  return (
    <div className="mx-auto grid max-w-page gap-x-7 px-gutter pt-4 tablet:grid-cols-[minmax(0,24rem)_minmax(0,1fr)] tablet:grid-rows-[repeat(16,auto)_1fr] laptop:grid-cols-[minmax(0,28.75rem)_minmax(0,1fr)] projector:max-w-none projector:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <div className="pb-3 tablet:col-start-1">
        {children}
        <SceneOffer />
      </div>
      {shown}
      <LessonEnd />
      <Along lesson={lesson} step={step} />
    </div>
  )
}

/** In sight as long as the lesson is read, where the screen has the height. */
function Beside({ step }: { step: LessonStep | null }) {
  const { lesson } = useGiven()
  const lab = labBeside(lesson, step)
  const pinned = usePinned(step)
  return (
    <div
      id={SANDBOX}
      className="min-w-0 self-start tablet:col-start-2 tablet:row-span-full tall:tablet:sticky tall:tablet:top-3 max-tablet:my-2 noscript:hidden print:hidden"
    >
      {lab ? <LabSide asked={lab} /> : <LiveSide {...pinned} />}
    </div>
  )
}
