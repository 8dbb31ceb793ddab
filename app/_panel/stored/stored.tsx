'use client'
import { Icon } from '@/app/_ui/icon'
// A leaf of the live panel: it is drawn anew with every exchange.
import { useText } from '@/lib/i18n/client'
import { type ArtifactDiff, diffArtifacts } from '@/lib/reading/stored/diff'
import type { Exchange } from '@/lib/trace/model/exchange'
import { RevealScope } from '../credential/reveal'
import type { ExchangeProps } from '../panel-types'
import { StoredByAct } from './stored-by-act'
import { StoredThing } from './stored-thing'

/** What lies where, before and after: the browser on one side, the server on the other. */
export function Stored({ exchange }: ExchangeProps) {
  const { before, after } = exchange.stored
  const things = diffArtifacts(before, after)
  return (
    <RevealScope exchange={exchange}>
      <div className="contents">
        <Side side="browser" exchange={exchange} things={things} />
        <Side side="server" exchange={exchange} things={things} />
      </div>
    </RevealScope>
  )
}

interface SideProps {
  side: 'browser' | 'server'
  exchange: Exchange
  things: ArtifactDiff[]
}

function Side({ side, exchange, things }: SideProps) {
  const t = useText('inspector')
  const mine = things.filter((thing) => (thing.after ?? thing.before)!.side === side)
  return (
    <section
      className="min-w-0 border-b border-line pb-2"
      aria-label={`${exchange.strategy}, ${t(`stored.${side}`)}`}
    >
      <header className="flex items-center gap-1.5 border-b border-line bg-surface px-3 py-1.5 text-12 font-semibold">
        <Icon name={side === 'browser' ? 'browser' : 'rows'} className="size-3.5 stroke-[1.5]" />
        <span>{t(`stored.${side}`)}</span>
        <span className="ml-auto font-normal text-ink-3">
          {side === 'browser' ? t(`device.${exchange.device}`) : rowCount(t, exchange)}
        </span>
      </header>
      {side === 'server' && <StoredByAct exchange={exchange} />}
      {mine.length === 0 && (
        <p className="px-3 pt-2 pb-0.5 text-12 text-ink-3">{t(`stored.empty.${side}`)}</p>
      )}
      {mine.map((thing) => (
        <StoredThing key={thing.id} thing={thing} exchange={exchange} />
      ))}
    </section>
  )
}

function rowCount(t: (key: string, values?: Record<string, number>) => string, { stored }: Exchange): string {
  const rows = (when: 'before' | 'after') => stored[when].filter(({ place }) => place === 'row').length
  return rows('before') === rows('after')
    ? t('stored.rows', { count: rows('after') })
    : t('stored.rowsWere', { count: rows('after'), before: rows('before') })
}

/** How to read the marks. */
export function StoredKey() {
  const t = useText('inspector')
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 px-3 py-2 text-12 text-ink-3">
      <span>
        <b aria-hidden="true">+</b> {t('stored.key.added')}
      </span>
      <span>
        <b aria-hidden="true">−</b> <s>{t('stored.key.removed')}</s>
      </span>
      <span>{t('stored.key.same')}</span>
    </p>
  )
}
