'use client' // follows what is done in the sandbox
import { useMemo } from 'react'
import { useLive } from '@/app/_live/state/store'
import { Icon } from '@/app/_ui/icon'
import { useText } from '@/lib/i18n/client'
import { type LessonTold, told } from '@/lib/lessons/fold/told'
import type { ActStep } from '@/lib/lessons/lesson'
import { factsNow } from '../kept/facts'
import { SceneButton } from '../scene/scene-button'
import { useGiven, useOwn, useProgress } from '../use-lesson'

/** What was done instead, and what that was. */
export function Instead({ step }: { step: ActStep }) {
  const t = useText('learn')
  const own = useOwn()
  const { wrong, dead } = useTold()
  const deadText = `step.${step.id}.dead`
  return (
    <div role="status" className="grid gap-1 empty:hidden">
      {wrong && (
        <p className="flex items-start gap-2 border-l-3 border-ink bg-mark-1 px-2.5 py-1.5">
          <Icon name="cross" className="mt-1 size-3 flex-none stroke-2" />
          <span>{own(`step.${step.id}.wrong.${wrong.say}`)}</span>
        </p>
      )}
      {dead && (
        <div className="grid justify-items-start gap-2 border-l-3 border-ink bg-mark-1 px-2.5 py-2">
          <p className="font-semibold">{own.has(deadText) ? own(deadText) : t('act.dead')}</p>
          <SceneButton look="plain" />
        </div>
      )}
    </div>
  )
}

function useTold(): LessonTold {
  const { lesson } = useGiven()
  const progress = useProgress()
  const exchanges = useLive((live) => live.exchanges)
  const desk = useLive((live) => live.desk)
  const acts = useLive((live) => live.acts)
  return useMemo(() => told(lesson, progress, factsNow()), [lesson, progress, exchanges, desk, acts])
}
