'use client' // hints come one by one
import { useState } from 'react'
import { useOpen } from '@/app/_live/state/use-open'
import { Button } from '@/app/_ui/button'
import { useText } from '@/lib/i18n/client'
import type { ActStep } from '@/lib/lessons/lesson'
import { skipStep } from '../kept/fold'
import { playSolve, usePlaying } from '../scene/play'
import { useGiven, useOwn } from '../use-lesson'

/** For who cannot find it: hints, each more plain than the one before; then it is played, or left. */
export function Helps({ step }: { step: ActStep }) {
  const t = useText('learn')
  const own = useOwn()
  const given = useGiven()
  const open = useOpen()
  const [hints, setHints] = useState(0)
  const isPlaying = usePlaying(({ acts }) => acts !== null)
  return (
    <>
      <ol role="status" className="grid gap-1 empty:hidden">
        {Array.from({ length: hints }, (_, i) => (
          <li key={i} className="border-l border-line-strong pl-2.5 text-13 text-ink-2">
            {own(`step.${step.id}.hint.${i + 1}`)}
          </li>
        ))}
      </ol>
      <div className="-ml-2 flex flex-wrap gap-x-1">
        {hints < step.hints && (
          <Button look="quiet" size="sm" onClick={() => setHints(hints + 1)}>
            {t(hints === 0 ? 'act.hint' : 'act.more-hint')}
          </Button>
        )}
        <Button look="quiet" size="sm" off={!open || isPlaying} onClick={() => void playSolve(given, step)}>
          {t('act.show')}
        </Button>
        <Button look="quiet" size="sm" onClick={() => skipStep(given.lesson, step.id)}>
          {t('act.skip')}
        </Button>
      </div>
    </>
  )
}
