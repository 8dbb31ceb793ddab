'use client'
// What was changed in the stores, lane by lane: by an act from outside of the lanes, or by the exchange itself.
import { ROWS } from '@/app/_ui/table-roles'
import { useText } from '@/lib/i18n/client'
import { changesIn, type ThingChange } from '@/lib/reading/evidence/changes'
import type { ShownExchanges } from '@/lib/reading/evidence/heads'
import type { OutsideEvent } from '@/lib/reading/timeline/event-id'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { StoredChange } from '@/lib/trace/model/stored-changes'
import { LaneRow, Said, Title, WideRow } from './row'
import { ThingLines } from './thing-lines'

/** By the requests that are shown. */
export function StoredByExchanges({ shown }: { shown: ShownExchanges }) {
  const t = useText('evidence')
  const things = (lane: StrategyName) => {
    const stored = shown[lane]?.stored
    return stored ? changesIn(stored.before, stored.after) : []
  }
  return (
    <tbody {...ROWS} className="block pb-2">
      <LaneRow
        name={t('stored')}
        cell={(lane) => (
          <>
            <Title end={t('before-after')}>{t('by.exchange')}</Title>
            <Things things={things(lane)} nothing={shown[lane] ? t('nothing.exchange') : ''} />
          </>
        )}
      />
    </tbody>
  )
}

/** By an act from outside: recorded when it was done. */
export function StoredByEvent({ event }: { event: OutsideEvent }) {
  const t = useText('evidence')
  const { changed } = event
  const title = t(`by.${event.act}`)
  return (
    <tbody {...ROWS} className="block pb-2">
      <LaneRow
        name={t('stored')}
        cell={(lane) => (
          <>
            <Title end={t('before-after')}>{title}</Title>
            {changed ? <LaneChange event={event} lane={lane} /> : <Said>{t('not-kept')}</Said>}
          </>
        )}
      />
      {changed?.shop && (
        <WideRow>
          <Title>{t('shop')}</Title>
          <Things things={changesIn(changed.shop.before, changed.shop.after)} nothing="" />
        </WideRow>
      )}
    </tbody>
  )
}

function LaneChange({ event, lane }: { event: OutsideEvent; lane: StrategyName }) {
  const t = useText('evidence')
  const acts = useText('acts')
  const change: StoredChange = event.changed![lane] ?? { before: [], after: [] }
  const because = event.act === 'force-sign-out' ? event.lanes[lane].because : null
  const things = changesIn(change.before, change.after)
  // What was not asked of this lane is said of this lane; what was asked of it, in the desk's own words.
  const note = because === 'not_asked' ? t('nothing.not-asked') : because && acts(`forced.${because}`)
  return (
    <>
      <Things things={things} nothing={note ? `${t('nothing.word')} ${note}` : t(`nothing.${event.act}`)} />
      {change.more && <Said>{t('more', { n: change.more })}</Said>}
      {note && things.length > 0 && <Said>{note}</Said>}
    </>
  )
}

function Things({ things, nothing }: { things: readonly ThingChange[]; nothing: string }) {
  if (things.length === 0) return nothing ? <Said>{nothing}</Said> : null
  return things.map((thing) => <ThingLines key={thing.id} thing={thing} />)
}
