'use client'
// Moves the focus with the arrow keys and keeps the chosen step in sight.
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useText } from '@/lib/i18n/client'
import { useChosen } from '../_shop/use-lane'
import { Icon } from '../_ui/icon'
import { backToLive, chooseStep } from './cursor'
import type { Column } from './steps-of'
import { type Row, TimelineColumn } from './timeline-column'
import { TimelineEnd } from './timeline-end'
import { type TimelineView, useLines } from './timeline-view'

/** Where from `at`, among the steps in order, a key leads. */
const MOVES: Record<string, (steps: readonly number[], at: number) => number | undefined> = {
  ArrowLeft: (steps, at) => steps.findLast((index) => index < at),
  ArrowRight: (steps, at) => steps.find((index) => index > at),
  Home: (steps) => steps[0],
  End: (steps) => steps.at(-1),
}

/** With more columns than this they have numbers only. */
const ROOMY = 10

export function TimelineGrid({ view }: { view: TimelineView }) {
  const t = useText('inspector')
  const at = useChosen().step?.index ?? 0
  const { rows, columns, shown, steps, spans } = view
  const lines = useLines(view)
  const strip = useChosenInSight(at, shown.length)
  const stop = steps.findLast((index) => index <= at) ?? steps[0]

  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key]
    if (!move) return
    event.preventDefault()
    const next = move(steps, at)
    if (next === undefined) return
    // The newest may be another device's; the end of the timeline is now.
    if (event.key === 'End') backToLive()
    else chooseStep(next)
    strip.current?.querySelector<HTMLElement>(`[data-step="${next}"]`)?.focus()
  }
  return (
    <div className="tlgrid">
      <Names rows={rows} />
      <ol
        ref={strip}
        className={shown.length > ROOMY ? 'tlsteps many' : 'tlsteps'}
        aria-label={t('timeline.steps')}
        onKeyDown={onKeyDown}
      >
        {shown.map((i, n) => (
          <TimelineColumn
            key={keyOf(columns[i]!)}
            column={columns[i]!}
            rows={rows}
            lines={lines[n]!}
            chosen={isStep(columns[i]!, at)}
            stop={isStep(columns[i]!, stop)}
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

const isStep = (column: Column, index: number | undefined) =>
  column.kind === 'step' && column.step.index === index

function keyOf(column: Column): string {
  if (column.kind === 'step') return column.step.key
  return column.kind === 'act' ? column.act.id : column.act.at
}

function Names({ rows }: { rows: readonly Row[] }) {
  const t = useText('inspector')
  return (
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
