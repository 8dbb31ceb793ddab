'use client' // depends on what was done
import { useLive } from '@/app/_live/state/store'
import { later } from '@/app/_ui/later'
import { useGiven, useProgress } from '../use-lesson'

const OfferedScene = later(
  () => import('./offered-scene').then((file) => file.OfferedScene),
  () => <div className="min-h-18 tablet:min-h-9" />,
)

/** Before the first act of a lesson in this sandbox. */
export function SceneOffer() {
  const { lesson } = useGiven()
  const { steps, done } = useProgress()
  const sandbox = useLive((live) => live.sandbox?.id)
  const isBehind = Object.values(steps).some(({ pin }) => pin && pin.sandbox === sandbox)
  const { acts, dials } = lesson.scene
  if (done || isBehind || (acts.length === 0 && Object.keys(dials).length === 0)) return null
  return (
    <div className="print:hidden">
      <OfferedScene />
    </div>
  )
}
