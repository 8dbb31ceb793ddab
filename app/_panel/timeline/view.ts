'use client'
// Reads the live store: what the timeline draws, after the filter.
import { useMemo } from 'react'
import { useLive } from '@/app/_live/state/store'
import { useChosen } from '@/app/_live/state/use-lane'
import { accessOf, type Span } from '@/lib/reading/timeline/access'
import { type Column, columnsOf } from '@/lib/reading/timeline/steps-of'
import { DEVICES, type Device, type StrategyName } from '@/lib/strategies/strategy'
import { type Hidden, isShown, shownColumns, useHidden } from './filter'
import { placeOf } from './stops'

/** One lane on one device. */
export interface Row {
  lane: StrategyName
  device: Device
}

export interface TimelineView {
  lanes: readonly StrategyName[]
  rows: readonly Row[]
  /** All of them, also those that the filter leaves out. */
  columns: readonly Column[]
  /** Positions in `columns`. */
  shown: readonly number[]
  /** The columns at these positions: what can be chosen. */
  stops: readonly Column[]
  hidden: Hidden
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
  const stops = useMemo(() => shown.map((i) => columns[i]!), [columns, shown])
  const spans = useMemo(
    () => rows.map(({ lane, device }) => accessOf(columns, lane, device)),
    [columns, rows],
  )
  const count = useMemo(() => {
    const own = exchanges.filter(({ strategy }) => lanes.includes(strategy))
    return { shown: own.filter((exchange) => isShown(exchange, hidden)).length, of: own.length }
  }, [exchanges, lanes, hidden])
  return useMemo(
    () => ({ lanes, rows, columns, shown, stops, hidden, spans, count }),
    [lanes, rows, columns, shown, stops, hidden, spans, count],
  )
}

/** Position in `stops` of what is chosen. */
export function usePlace({ stops }: TimelineView): number {
  const event = useLive((live) => live.event)
  const index = useChosen().step?.index ?? 0
  return useMemo(() => placeOf(stops, event, index), [stops, event, index])
}

/** A device has rows once it has sent something. */
function useRows(lanes: readonly StrategyName[]): Row[] {
  const used = useLive(({ exchanges }) =>
    DEVICES.filter((device) => exchanges.some((exchange) => exchange.device === device)).join(),
  )
  const hidden = useHidden((filter) => filter.hidden)
  return useMemo(() => {
    const devices = DEVICES.filter((device) => used.split(',').includes(device))
    const rows = lanes.flatMap((lane) => devices.map((device) => ({ lane, device })))
    return rows.filter(({ lane, device }) => !hidden.has(lane) && !hidden.has(device))
  }, [lanes, used, hidden])
}
