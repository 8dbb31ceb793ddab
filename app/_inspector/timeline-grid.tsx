'use client'
// Moves the focus with the arrow keys and keeps the chosen step in sight.
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { useText } from '@/lib/i18n/client'
import { useLive } from '../_shop/live'
import { useChosen } from '../_shop/use-lane'
import { Icon } from '../_ui/icon'
import { accessOf } from './access'
import { chooseStep } from './cursor'
import { cellsOf } from './span-cells'
import { columnsOf } from './steps-of'
import { type Row, TimelineColumn } from './timeline-column'
import { TimelineEnd } from './timeline-end'

const MOVES: Record<string, (at: number, of: number) => number> = {
  ArrowLeft: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  Home: () => 0,
  End: (_, of) => of - 1,
}

/** With more columns than this they have numbers only. */
const ROOMY = 10

export function TimelineGrid({ rows }: { rows: readonly Row[] }) {
  const t = useText('inspector')
  const { steps, step } = useChosen()
  const desk = useLive((live) => live.desk)
  const columns = useMemo(() => columnsOf(steps, desk), [steps, desk])
  const spans = useMemo(
    () => rows.map(({ lane, device }) => accessOf(columns, lane, device)),
    [columns, rows],
  )
  const lines = useMemo(() => spans.map((one) => cellsOf(one, columns.length)), [spans, columns.length])
  const at = step?.index ?? 0
  const strip = useChosenInSight(at, columns.length)

  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key]
    if (!move) return
    event.preventDefault()
    const next = Math.max(0, Math.min(move(at, steps.length), steps.length - 1))
    chooseStep(next)
    strip.current?.querySelectorAll<HTMLElement>('.h button')[next]?.focus()
  }
  return (
    <div className="tlgrid">
      <div className="tlnames">
        <span className="h" />
        {rows.map(({ lane, device }, i) => (
          <span key={`${lane}/${device}`} className={`rl ${lane}`}>
            <b>{rows[i - 1]?.lane === lane ? '' : lane}</b>
            <Icon name={device === 'attacker' ? 'nobody' : device} />
            <span className="dev">{t(`device.${device}`)}</span>
          </span>
        ))}
      </div>
      <ol
        ref={strip}
        className={columns.length > ROOMY ? 'tlsteps many' : 'tlsteps'}
        aria-label={t('timeline.steps')}
        onKeyDown={onKeyDown}
      >
        {columns.map((column, i) => (
          <TimelineColumn
            key={column.kind === 'step' ? column.step.key : column.act.at}
            column={column}
            rows={rows}
            lines={lines.map((line) => line[i]).join('|')}
            chosen={column.kind === 'step' && column.step.index === at}
          />
        ))}
      </ol>
      <div className="tlends">
        <span className="h">{t('timeline.left')}</span>
        {rows.map((row, i) => (
          <TimelineEnd
            key={`${row.lane}/${row.device}`}
            row={row}
            span={spans[i]!.at(-1)}
            columns={columns}
          />
        ))}
      </div>
    </div>
  )
}

/** Scrolls the strip sideways, never the page. */
function useChosenInSight(at: number, columns: number) {
  const strip = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const box = strip.current
    const column = box?.querySelector<HTMLElement>('[data-chosen]')
    if (!box || !column) return
    const left = column.offsetLeft - box.offsetLeft
    if (left < box.scrollLeft) box.scrollLeft = left
    else if (left + column.offsetWidth > box.scrollLeft + box.clientWidth)
      box.scrollLeft = left + column.offsetWidth - box.clientWidth
  }, [at, columns])
  return strip
}
