'use client' // depends on what was done
import { later } from '@/app/_ui/later'
import { useGiven, useProgress } from '../use-lesson'
import { useIsBehind } from './is-behind'

const OfferedScene = later(
  () => import('./offered-scene').then((file) => file.OfferedScene),
  () => <div className="min-h-18 tablet:min-h-9" />,
)

/** Before the first act of a lesson in this sandbox. */
export function SceneOffer() {
  const { lesson } = useGiven()
  const { now, done } = useProgress()
  const isBehind = useIsBehind()
  const { acts, dials } = lesson.scene
  if ((done && !now) || isBehind || (acts.length === 0 && Object.keys(dials).length === 0)) return null
  return (
    <div className="print:hidden">
      <OfferedScene />
    </div>
  )
}
