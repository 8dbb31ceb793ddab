'use client'
// Above what lies there: what an act from outside of the lanes has changed, where this step looks at it.
import { useText } from '@/lib/i18n/client'
import { changesIn } from '@/lib/reading/evidence/changes'
import type { Exchange } from '@/lib/trace/model/exchange'
import { useSeenEvent, useStepOfExchange } from '../evidence/events'
import { ThingLines } from '../evidence/thing-lines'

/** A row that is gone left nothing behind that could be listed: here it is, as it was. */
export function StoredByAct({ exchange }: { exchange: Exchange }) {
  const t = useText('evidence')
  const event = useSeenEvent(useStepOfExchange(exchange))
  const change = event?.changed?.[exchange.strategy]
  if (!event || !change) return null
  return (
    <div className="border-b border-line pb-2">
      <p className="px-3 pt-2 pb-0.5 text-12 font-semibold text-ink-2">{t(`by.${event.act}`)}</p>
      <div className="font-mono text-wire leading-wire">
        {changesIn(change.before, change.after).map((thing) => (
          <ThingLines key={thing.id} thing={thing} />
        ))}
      </div>
    </div>
  )
}
