'use client'
// The first view of the panel: it is drawn anew with every exchange.
import { useEvent } from '@/app/_live/state/use-lane'
import { TABLE } from '@/app/_ui/table-roles'
import { useText } from '@/lib/i18n/client'
import type { ShownExchanges } from '@/lib/reading/evidence/heads'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { EventEvidence } from './event-evidence'
import { useSeenEvent, useStepOfShown } from './events'
import { HeadSection } from './head-section'
import { LaneHeads } from './lane-heads'
import { Said } from './row'
import { StoredByEvent, StoredByExchanges } from './stored-section'

/** One table for all lanes: a row is a line of a head or a thing in a store, a column is a lane. What is alike folds once. */
export function Evidence({ shown }: { shown: ShownExchanges }) {
  const t = useText('evidence')
  const event = useEvent()
  const seen = useSeenEvent(useStepOfShown(shown))
  if (event) return <EventEvidence event={event} />
  if (STRATEGIES.every((name) => !shown[name])) return <Said>{t('none')}</Said>
  return (
    <table {...TABLE} className="block font-mono text-wire leading-wire">
      <caption className="sr-only">{t('table')}</caption>
      <LaneHeads />
      <HeadSection shown={shown} side="request" />
      <HeadSection shown={shown} side="response" />
      {seen ? <StoredByEvent event={seen} /> : <StoredByExchanges shown={shown} />}
    </table>
  )
}
