'use client' // what is done is noticed: nothing here is pressed to be checked
import { useText } from '@/lib/i18n/client'
import type { ActStep } from '@/lib/lessons/lesson'
import { useIsBehind } from '../scene/is-behind'
import { PlayedActs } from '../scene/playing'
import { Helps } from './helps'
import { Instead } from './instead'
import { Means } from './means'

/** What an act needs, what was done instead, and help. */
export function ActParts({ step }: { step: ActStep }) {
  const t = useText('learn')
  // Before that it is told where the scene is offered.
  const isBehind = useIsBehind()
  return (
    <>
      <Means step={step} />
      <Instead step={step} />
      <p className="text-12 text-ink-3">{t('act.waiting')}</p>
      {isBehind && <PlayedActs />}
      <Helps step={step} />
    </>
  )
}
