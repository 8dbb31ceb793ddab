'use client'
// Of one lane: what the last act changed in its stores; on a phone also the heads, which elsewhere stand below.
import { useChosen, useEvent } from '@/app/_live/state/use-lane'
import { TABLE } from '@/app/_ui/table-roles'
import { useNarrow } from '@/app/_ui/use-narrow'
import { useText } from '@/lib/i18n/client'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { ExchangeProps } from '../panel-types'
import { EventEvidence } from './event-evidence'
import { useSeenEvent } from './events'
import { HeadSection } from './head-section'
import { LaneHeads } from './lane-heads'
import { LanesShown } from './lanes-shown'
import { StoredByEvent, StoredByExchanges } from './stored-section'

/** The same arrays for ever, so that the rows are not drawn anew. */
const ONLY = { cookie: ['cookie'], session: ['session'], jwt: ['jwt'] } as const satisfies Record<
  StrategyName,
  StrategyName[]
>

export function LaneEvidence({ exchange }: ExchangeProps) {
  const t = useText('lane')
  const event = useEvent()
  const { step } = useChosen()
  const seen = useSeenEvent(step)
  const isNarrow = useNarrow()
  const shown = { [exchange.strategy]: exchange }
  return (
    <LanesShown value={ONLY[exchange.strategy]}>
      {event ? (
        <EventEvidence event={event} />
      ) : (
        <table {...TABLE} className="block font-mono text-wire leading-wire">
          <caption className="sr-only">{t('tab.evidence')}</caption>
          <LaneHeads />
          {isNarrow && <HeadSection shown={shown} side="request" />}
          {isNarrow && <HeadSection shown={shown} side="response" />}
          {seen ? <StoredByEvent event={seen} /> : <StoredByExchanges shown={shown} />}
        </table>
      )}
    </LanesShown>
  )
}
