'use client'
// Moves the focus with the arrow keys and keeps the chosen step in sight.
import { type KeyboardEvent, memo, type RefObject, useEffect, useRef } from 'react'
import { backToLive, chooseStep } from '@/app/_live/state/cursor'
import { useChosen } from '@/app/_live/state/use-lane'
import { Icon } from '@/app/_ui/icon'
import { plainKey } from '@/app/_ui/plain-key'
import { useText } from '@/lib/i18n/client'
import type { Row } from './column'
import { useDrawnColumns } from './columns'
import { TimelineEnd } from './end'
import type { TimelineView } from './view'

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
  const drawn = useDrawnColumns(view, at)
  const strip = useRef<HTMLOListElement>(null)
  useChosenInSight(strip, at, shown.length)
  useFocusStop(strip, steps.findLast((index) => index <= at) ?? steps[0], drawn)

  const onKeyDown = (event: KeyboardEvent) => {
    const key = plainKey(event)
    const move = MOVES[key ?? '']
    if (!move) return
    event.preventDefault()
    const next = move(steps, at)
    if (next === undefined) return
    buttonOf(strip, next)?.focus({ preventScroll: true })
    // The newest may be another device's; the end of the timeline is now.
    if (key === 'End') backToLive()
    else chooseStep(next)
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
        {drawn}
      </ol>
      <Ends rows={rows} columns={columns} spans={spans} />
    </div>
  )
}

const Names = memo(drawNames)
const Ends = memo(drawEnds)

function drawNames({ rows }: { rows: readonly Row[] }) {
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

function drawEnds({ rows, columns, spans }: Pick<TimelineView, 'rows' | 'columns' | 'spans'>) {
  const t = useText('inspector')
  return (
    <div className="tlends">
      <span className="h">{t('timeline.left')}</span>
      {rows.map((row, i) => (
        <TimelineEnd key={`${row.lane}/${row.device}`} row={row} span={spans[i]!.at(-1)} columns={columns} />
      ))}
    </div>
  )
}

type Strip = RefObject<HTMLOListElement | null>

const buttonOf = ({ current }: Strip, index: number) =>
  current?.querySelector<HTMLElement>(`[data-step="${index}"]`)

/**
 * One stop for the Tab key: the chosen step, or the nearest that the filter leaves. Not a prop of the column: Chromium
 * lays the page out at once when the tabindex of what has the focus changes, and would do so amid each redraw.
 */
function useFocusStop(strip: Strip, stop: number | undefined, drawn: unknown) {
  useEffect(() => {
    const button = stop === undefined ? null : buttonOf(strip, stop)
    for (const old of strip.current?.querySelectorAll<HTMLElement>('[data-step][tabindex="0"]') ?? [])
      if (old !== button) old.tabIndex = -1
    if (button && button.tabIndex !== 0) button.tabIndex = 0
  }, [strip, stop, drawn])
}

/** Scrolls the strip sideways, never the page. */
function useChosenInSight(strip: Strip, at: number, columns: number) {
  useEffect(() => {
    const box = strip.current
    const column = box?.querySelector<HTMLElement>('[data-chosen]')
    if (!box || !column) return
    const left = column.offsetLeft - box.offsetLeft
    if (left < box.scrollLeft) box.scrollLeft = left
    else if (left + column.offsetWidth > box.scrollLeft + box.clientWidth)
      box.scrollLeft = left + column.offsetWidth - box.clientWidth
  }, [strip, at, columns])
}
