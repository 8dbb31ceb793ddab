'use client' // depends on what was recorded, and follows what is played
import { useOpen } from '@/app/_live/state/use-open'
import { Button } from '@/app/_ui/button'
import { useText } from '@/lib/i18n/client'
import type { SeeStep } from '@/lib/lessons/lesson'
import { isRecorded, wayTo } from '@/lib/lessons/way'
import { askScene } from '../scene/ask-scene'
import { useIsBehind } from '../scene/is-behind'
import { asksFirst, usePlaying } from '../scene/play'
import { playableIn, playTo } from '../scene/play-to'
import { PlayedActs } from '../scene/playing'
import { useGiven, useProgress } from '../use-lesson'

/** The act was skipped, or nothing came of it that is asked: then there is nothing to see yet. */
export function PlayForMe({ step: { id } }: { step: SeeStep }) {
  const t = useText('learn')
  const given = useGiven()
  const progress = useProgress()
  const open = useOpen()
  const isPlaying = usePlaying(({ acts }) => acts !== null)
  const isBehind = useIsBehind()
  const { lesson, labs } = given
  if (isRecorded(progress, id) || wayTo(lesson, id, playableIn(labs)).length === 0) return null
  if (isPlaying && isBehind) return <PlayedActs />
  return (
    <Button
      size="sm"
      off={!open || isPlaying}
      onClick={() => (asksFirst(lesson) ? askScene({ to: id }) : void playTo(given, id))}
    >
      {t('act.play')}
    </Button>
  )
}
