'use client'
import { Icon } from '@/app/_ui/icon'
// A leaf of the live panel: it is drawn anew with every exchange.
import { useText } from '@/lib/i18n/client'
import { type ArtifactDiff, diffArtifacts } from '@/lib/reading/stored/diff'
import type { Exchange } from '@/lib/trace/model/exchange'
import { RevealScope } from '../credential/reveal'
import type { ExchangeProps } from '../panel-types'
import { StoredThing } from './stored-thing'

/** What lies where, before and after: the browser on one side, the server on the other. */
export function Stored({ exchange }: ExchangeProps) {
  const { before, after } = exchange.stored
  const things = diffArtifacts(before, after)
  return (
    <RevealScope exchange={exchange}>
      <div className="storedbox">
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
    <section className={`side side-${side}`} aria-label={`${exchange.strategy}, ${t(`stored.${side}`)}`}>
      <header>
        <Icon name={side === 'browser' ? 'browser' : 'rows'} />
        <span>{t(`stored.${side}`)}</span>
        <span className="b">
          {side === 'browser' ? t(`device.${exchange.device}`) : rowCount(t, exchange)}
        </span>
      </header>
      {mine.length === 0 && <p className="ttl">{t(`stored.empty.${side}`)}</p>}
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
    <p className="key">
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
