'use client'
// Folds the lines that say nothing of this lane.
import { useState } from 'react'
import { cx } from '@/app/_ui/cx'
import { Icon } from '@/app/_ui/icon'
import { type Text, useText } from '@/lib/i18n/client'
import { addedByItself } from '@/lib/reading/wire/fold'
import { isProxied } from '@/lib/reading/wire/proxied'
import { type HeadSide, sentByPage } from '@/lib/reading/wire/wire-parts'
import type { Exchange } from '@/lib/trace/model/exchange'
import { BodyLine, BodyToken } from './body-line'
import { SeenHeads } from './seen'
import { HeaderLineRow, StartLineRow } from './wire-line'

interface HeadProps {
  side: HeadSide
  exchange: Exchange
  /** Equal in all lanes of the step. On a lane page other lines fold: those that nobody here wrote. */
  folded?: readonly number[]
  full: boolean
}

export function Head({ side, exchange, folded = [], full }: HeadProps) {
  const fromPage = sentByPage(exchange.request.headers)
  const shared = { side, exchange, full, fromPage }
  return (
    <section className={cx('min-w-0 bg-sunk pb-2.5', !full && 'not-first:border-t not-first:border-line')}>
      <HeadTitle side={side} exchange={exchange} full={full} />
      {/* 24 px from line to line: so high is each word that can be pressed. */}
      <ul className="font-mono text-wire leading-6 [font-variant-ligatures:none]">
        <StartLineRow {...shared} />
        {full ? <OwnFirst {...shared} /> : <EqualFolded {...shared} folded={folded} />}
        <BodyToken {...shared} />
      </ul>
      {full && <BodyLine exchange={exchange} side={side} />}
    </section>
  )
}

function HeadTitle({ side, exchange, full }: Omit<HeadProps, 'folded'>) {
  const t = useText('inspector')
  return (
    <div className="flex items-center gap-1.5 pt-2 pr-3 pb-0.5 pl-3.75 text-12 leading-ui text-ink-2">
      <Icon name={side === 'request' ? 'right' : 'left'} className="size-3.5 stroke-[1.5]" />
      <h3 className="font-semibold">
        <span className="sr-only" lang="en">{`${exchange.strategy}, `}</span>
        <span>{t(`wire.${side}`)}</span>
      </h3>
      <span className="ml-auto text-right text-ink-3">{sizes(t, exchange, side, full)}</span>
      {full && side === 'request' && <SeenHeads />}
    </div>
  )
}

interface LinesProps {
  side: HeadSide
  exchange: Exchange
  full: boolean
  fromPage: boolean
}

/** Closed, the equal lines are gathered here; open, every line stands where it stood in the head. */
function EqualFolded({ folded, ...shared }: LinesProps & { folded: readonly number[] }) {
  const t = useText('inspector')
  const [open, setOpen] = useState(false)
  const { side, exchange } = shared
  return (
    <>
      {folded.length > 0 && (
        <Fold
          {...shared}
          says={t('wire.folded', { count: folded.length })}
          open={open}
          toggle={() => setOpen(!open)}
        />
      )}
      {exchange[side]!.headers.map((line, index) =>
        !open && folded.includes(index) ? null : (
          // A head never changes: the position is the name of the line.
          <HeaderLineRow key={index} index={index} line={line} equal={folded.includes(index)} {...shared} />
        ),
      )}
    </>
  )
}

/** What was written for this exchange stands first; below it, folded, what the browser and the server always add. */
function OwnFirst(shared: LinesProps) {
  const t = useText('inspector')
  const [open, setOpen] = useState(false)
  const { side, exchange, fromPage } = shared
  const { headers } = exchange[side]!
  const others = addedByItself(side, exchange)
  const by = side === 'response' ? 'server' : fromPage ? 'browser' : 'client'
  const row = (index: number) => (
    <HeaderLineRow key={index} index={index} line={headers[index]!} equal={false} {...shared} />
  )
  return (
    <>
      {[...headers.keys()].filter((index) => !others.includes(index)).map(row)}
      {others.length > 0 && (
        <Fold
          {...shared}
          says={t(`wire.added.${by}`, { count: others.length })}
          open={open}
          toggle={() => setOpen(!open)}
        />
      )}
      {open && others.map(row)}
    </>
  )
}

interface FoldProps extends LinesProps {
  says: string
  open: boolean
  toggle(): void
}

function Fold({ says, open, toggle, exchange, side }: FoldProps) {
  const t = useText('inspector')
  return (
    <li className="pr-3 pl-3.75 font-sans text-12 text-ink-3">
      <button
        type="button"
        className="flex min-h-6 w-full items-center gap-1.5 text-left hover:text-ink max-tablet:min-h-10"
        aria-expanded={open}
        onClick={toggle}
      >
        <Icon name="chevron" className={cx('size-3 stroke-[1.5]', open && 'rotate-90')} />
        <span>{says}</span>
        <span className="sr-only">{`, ${exchange.strategy}, ${t(`wire.${side}`)}`}</span>
        <span className="min-w-3 flex-1 border-t border-dashed border-line" />
      </button>
    </li>
  )
}

function sizes(t: Text, exchange: Exchange, side: HeadSide, full: boolean) {
  const { headBytes: head, bodyBytes: body } = exchange[side]!
  if (full) return t('wire.headAndBody', { head, body })
  if (side === 'response') return t('wire.head', { head })
  const { id, nth } = exchange.connection
  if (isProxied(exchange)) return t('wire.headProxied', { head, id })
  return t(nth > 1 ? 'wire.headReused' : 'wire.headNew', { head, id })
}
