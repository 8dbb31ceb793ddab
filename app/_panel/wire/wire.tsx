'use client'
// A leaf of the live panel: it opens notes and reveals values on a click.
import { useState } from 'react'
import { Icon } from '@/app/_ui/icon'
import { useText } from '@/lib/i18n/client'
import { isProxied } from '@/lib/reading/wire/proxied'
import { type HeadSide, sentByPage } from '@/lib/reading/wire/wire-parts'
import type { Exchange } from '@/lib/trace/model/exchange'
import { RevealScope } from '../credential/reveal'
import type { WireProps } from '../panel-types'
import { BodyLine } from './body-line'
import { ThisExchange } from './this-exchange'
import { Unsent } from './unsent'
import { HeaderLineRow, StartLineRow } from './wire-line'
import '@/app/styles/inspector.css'

/** Both heads, line by line, as the HTTP server received and sent them. */
export function Wire({ exchange, folded, full = false }: WireProps) {
  return (
    <RevealScope exchange={exchange}>
      <Heads key={exchange.id} exchange={exchange} folded={folded} full={full} />
    </RevealScope>
  )
}

function Heads({ exchange, folded, full = false }: WireProps) {
  const t = useText('inspector')
  const [note, setNote] = useState<string | null>(null)
  const shared = { exchange, full, note, setNote }
  return (
    <div className={full ? 'wirebox wide' : 'wirebox'}>
      <div className="heads">
        <Head side="request" folded={folded?.request} {...shared} />
        {full && <Unsent exchange={exchange} />}
        {exchange.response ? (
          <Head side="response" folded={folded?.response} {...shared} />
        ) : (
          <p className="dir">{t('wire.noResponse')}</p>
        )}
        {exchange.response && !exchange.completed && <p className="dir">{t('wire.notCompleted')}</p>}
      </div>
      {full && <ThisExchange exchange={exchange} />}
    </div>
  )
}

interface HeadProps {
  side: HeadSide
  exchange: Exchange
  folded?: readonly number[]
  full: boolean
  note: string | null
  setNote(key: string | null): void
}

function Head({ side, exchange, folded = [], full, note, setNote }: HeadProps) {
  const t = useText('inspector')
  const [unfolded, setUnfolded] = useState(false)
  const head = exchange[side]!
  const fromPage = sentByPage(exchange.request.headers)
  const hidden = unfolded ? [] : folded
  const shared = { side, exchange, full, fromPage, note, setNote }
  return (
    <section className="head" aria-label={`${exchange.strategy}, ${t(`wire.${side}`)}`}>
      <div className="dir">
        <Icon name={side === 'request' ? 'right' : 'left'} />
        <span>{t(`wire.${side}`)}</span>
        <span className="b">{sizes(t, exchange, side, full)}</span>
        {full && side === 'request' && <ColumnNames />}
      </div>
      <ul className="wire" lang="en" translate="no">
        <StartLineRow {...shared} />
        {folded.length > 0 && (
          <Fold count={folded.length} open={unfolded} toggle={() => setUnfolded(!unfolded)} />
        )}
        {head.headers.map((line, index) =>
          hidden.includes(index) ? null : (
            // A head never changes: the position is the name of the line.
            <HeaderLineRow key={index} index={index} line={line} equal={folded.includes(index)} {...shared} />
          ),
        )}
      </ul>
      {full && <BodyLine exchange={exchange} side={side} />}
    </section>
  )
}

function sizes(
  t: (key: string, values?: Record<string, number>) => string,
  exchange: Exchange,
  side: HeadSide,
  full: boolean,
) {
  const { headBytes: head, bodyBytes: body } = exchange[side]!
  if (full) return t('wire.headAndBody', { head, body })
  if (side === 'response') return t('wire.head', { head })
  const { id, nth } = exchange.connection
  if (isProxied(exchange)) return t('wire.headProxied', { head, id })
  return t(nth > 1 ? 'wire.headReused' : 'wire.headNew', { head, id })
}

/** Closed, the equal lines are gathered here; open, every line stands where it stood in the head. */
function Fold({ count, open, toggle }: { count: number; open: boolean; toggle(): void }) {
  const t = useText('inspector')
  return (
    <li className="foldline">
      <button type="button" aria-expanded={open} onClick={toggle}>
        <Icon name="chevron" />
        <span>{t('wire.folded', { count })}</span>
      </button>
    </li>
  )
}

function ColumnNames() {
  const t = useText('inspector')
  return (
    <span className="hd3" aria-hidden="true">
      <span>{t('wire.server')}</span>
      <span>{t('wire.script')}</span>
      <span>{t('wire.network')}</span>
    </span>
  )
}
