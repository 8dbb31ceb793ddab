'use client'
// Reads the live store: what the timeline draws, after the filter.
import { useMemo } from 'react'
import { useLive } from '@/app/_live/state/store'
import { useChosen } from '@/app/_live/state/use-lane'
import { accessOf, type Span } from '@/lib/reading/timeline/access'
import { cellsOf } from '@/lib/reading/timeline/span-cells'
import { type Column, columnsOf } from '@/lib/reading/timeline/steps-of'
import { VISITOR_DEVICES } from '@/lib/reading/visitor-device'
import { DEVICES, type StrategyName } from '@/lib/strategies/strategy'
import type { Row } from './column'
import { isShown, shownColumns, useHidden } from './filter'

export interface TimelineView {
  rows: readonly Row[]
  /** All of them, also those that the filter leaves out. */
  columns: readonly Column[]
  /** Positions in `columns`. */
  shown: readonly number[]
  /** Steps that can be chosen, in order: their `index`. */
  steps: readonly number[]
  /** One a row. */
  spans: readonly (readonly Span[])[]
  /** Exchanges of these lanes. */
  count: { shown: number; of: number }
}

export function useTimelineView(lanes: readonly StrategyName[]): TimelineView {
  const { steps } = useChosen()
  const desk = useLive((live) => live.desk)
  const acts = useLive((live) => live.acts)
  const exchanges = useLive((live) => live.exchanges)
  const hidden = useHidden((filter) => filter.hidden)
  const rows = useRows(lanes)
  const columns = useMemo(() => columnsOf(steps, desk, acts), [steps, desk, acts])
  const shown = useMemo(() => shownColumns(columns, lanes, hidden), [columns, lanes, hidden])
  const spans = useMemo(
    () => rows.map(({ lane, device }) => accessOf(columns, lane, device)),
    [columns, rows],
  )
  const count = useMemo(() => {
    const own = exchanges.filter(({ strategy }) => lanes.includes(strategy))
    return { shown: own.filter((exchange) => isShown(exchange, hidden)).length, of: own.length }
  }, [exchanges, lanes, hidden])
  const left = useMemo(() => stepsIn(columns, shown), [columns, shown])
  return { rows, columns, shown, steps: left, spans, count }
}

const stepsIn = (columns: readonly Column[], shown: readonly number[]) =>
  shown.flatMap((i) => {
    const column = columns[i]!
    return column.kind === 'step' ? [column.step.index] : []
  })

/** The attacker has rows once it has sent something. */
function useRows(lanes: readonly StrategyName[]): Row[] {
  const attacked = useLive((live) => live.exchanges.some(({ device }) => device === 'attacker'))
  const hidden = useHidden((filter) => filter.hidden)
  return useMemo(() => {
    const devices = attacked ? DEVICES : VISITOR_DEVICES
    const rows = lanes.flatMap((lane) => devices.map((device) => ({ lane, device })))
    return rows.filter(({ lane, device }) => !hidden.has(lane) && !hidden.has(device))
  }, [lanes, attacked, hidden])
}

/** How the line of each row runs through each shown column, row by row, joined by "|". */
export function useLines({ spans, columns, shown }: TimelineView): string[] {
  return useMemo(() => {
    const cells = spans.map((row) => cellsOf(row, columns.length))
    return shown.map((i) => cells.map((row) => row[i]).join('|'))
  }, [spans, columns, shown])
}
