/** What the timeline leaves out: lanes, devices and results that were switched off. */
import { create } from 'zustand'
import type { Column } from '@/lib/reading/timeline/steps-of'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'

/** `none`: no answer came. */
export const RESULTS = ['2xx', '3xx', '4xx', '5xx', 'none'] as const
export type ResultClass = (typeof RESULTS)[number]

/** Names of lanes, devices and results, which never coincide. */
export type Hidden = ReadonlySet<string>

export const useHidden = create<{ hidden: Hidden }>()(() => ({ hidden: new Set() }))

export function toggleHidden(name: string): void {
  useHidden.setState(({ hidden }) => {
    const next = new Set(hidden)
    if (!next.delete(name)) next.add(name)
    return { hidden: next }
  })
}

export function showAll(): void {
  useHidden.setState({ hidden: new Set() })
}

export function resultClass({ response }: Pick<Exchange, 'response'>): ResultClass {
  return RESULTS.find((one) => one[0] === String(response?.status)[0]) ?? 'none'
}

export function isShown(exchange: Exchange, hidden: Hidden): boolean {
  const { strategy, device } = exchange
  return ![strategy, device, resultClass(exchange)].some((name) => hidden.has(name))
}

/** Positions of the columns that stay. With nothing hidden all do, so that every lane's page counts the same steps. */
export function shownColumns(
  columns: readonly Column[],
  lanes: readonly StrategyName[],
  hidden: Hidden,
): number[] {
  return columns.flatMap((column, i) => {
    if (hidden.size === 0 || column.kind !== 'step') return [i]
    const own = lanes.map((lane) => column.step.exchanges[lane])
    return own.some((exchange) => exchange && isShown(exchange, hidden)) ? [i] : []
  })
}
