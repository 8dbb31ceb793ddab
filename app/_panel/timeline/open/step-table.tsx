'use client'
// Moves the focus with the arrow keys and keeps what is chosen in sight.
import { memo, useMemo, useRef } from 'react'
import { Icon } from '@/app/_ui/icon'
import { useText } from '@/lib/i18n/client'
import { cellsOf } from '@/lib/reading/timeline/span-cells'
import type { Column } from '@/lib/reading/timeline/steps-of'
import type { Device, StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'
import { type Hidden, isShown } from '../filter'
import { keyOf } from '../stops'
import { type Row, type TimelineView, usePlace } from '../view'
import { StepCell } from './cell'
import { RowEnd } from './end'
import { StopHead } from './head'
import { useChosenInSight, useFocusStop } from './table-focus'
import { useTableKeys } from './table-keys'

const STUCK = 'z-1 bg-surface border-line whitespace-nowrap'

/** A row for each lane and device, a column for each step and act, and at the end what the credential has left. */
export function StepTable({ view }: { view: TimelineView }) {
  const t = useText('inspector')
  const at = usePlace(view)
  const { rows, stops } = view
  const box = useRef<HTMLDivElement>(null)
  useChosenInSight(box, at, stops.length)
  useFocusStop(box, at, view)
  const onKeyDown = useTableKeys(box, stops, at)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons in it have the focus; this hears their keys.
    <div
      ref={box}
      className="relative overflow-x-auto overscroll-x-contain [scrollbar-width:thin] scroll-pl-38 tablet:scroll-pr-52"
      onKeyDown={onKeyDown}
    >
      <table className="w-full border-separate border-spacing-0 text-12">
        <caption className="sr-only">{t('timeline.steps')}</caption>
        <thead>
          <tr>
            <td className={`sticky left-0 ${STUCK}`} />
            <Heads view={view} at={at} />
            <th
              scope="col"
              className={`right-0 w-full border-l pl-3 text-left font-normal text-ink-3 tablet:sticky ${STUCK}`}
            >
              {t('timeline.left')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <TableRow key={`${row.lane}/${row.device}`} i={i} view={view} at={at} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Heads({ view: { stops, lanes }, at }: { view: TimelineView; at: number }) {
  return stops.map((stop, i) => (
    <StopHead key={keyOf(stop)} stop={stop} at={i} lanes={lanes} chosen={i === at} />
  ))
}

interface RowProps {
  /** Position of the row. */
  i: number
  view: TimelineView
  at: number
}

function TableRow({ i, view, at }: RowProps) {
  const { lane, device } = view.rows[i]!
  return (
    <tr className={`lane-${lane}`}>
      <RowHead lane={lane} device={device} first={view.rows[i - 1]?.lane !== lane} />
      <Cells {...{ i, view, at }} />
      <td className={`right-0 border-l pl-3 text-left tablet:sticky ${STUCK}`}>
        <RowEnd view={view} i={i} />
      </td>
    </tr>
  )
}

function Cells({ i, view: { rows, columns, shown, stops, spans, hidden }, at }: RowProps) {
  const { lane, device } = rows[i]!
  const lines = useMemo(() => cellsOf(spans[i]!, columns.length), [spans, i, columns])
  return stops.map((stop, n) => (
    <StepCell
      key={keyOf(stop)}
      at={n}
      index={stop.kind === 'step' ? stop.step.index : -1}
      exchange={shownIn(stop, lane, device, hidden)}
      line={lines[shown[n]!]!}
      cut={stop.kind === 'step' ? null : stop.kind}
      chosen={n === at}
    />
  ))
}

function shownIn(stop: Column, lane: StrategyName, device: Device, hidden: Hidden): Exchange | undefined {
  const exchange = stop.kind === 'step' && stop.step.device === device ? stop.step.exchanges[lane] : undefined
  return exchange && isShown(exchange, hidden) ? exchange : undefined
}

const RowHead = memo(drawRowHead)

function drawRowHead({ lane, device, first }: Row & { first: boolean }) {
  const t = useText('inspector')
  return (
    <th scope="row" className={`sticky left-0 pr-3 text-left font-normal text-ink-2 ${STUCK}`}>
      <span className="flex items-center gap-1.5">
        <span className={first ? 'w-14 font-mono font-bold text-lane' : 'w-14 font-mono opacity-0'}>
          {lane}
        </span>
        <Icon name={device === 'attacker' ? 'nobody' : device} className="size-3.5 stroke-[1.5]" />
        <span>{t(`device.${device}`)}</span>
      </span>
    </th>
  )
}
