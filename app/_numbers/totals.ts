/** What the visitor's own requests have cost, lane by lane. Pure. */
import type { StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/exchange'

export interface Totals {
  exchanges: number
  /** Octets, heads and bodies. */
  up: number
  down: number
  /** Database statements. */
  reads: number
  writes: number
  /** Mean; null: no request yet. */
  micros: number | null
}

export function totalsOf(exchanges: readonly Exchange[], strategy: StrategyName): Totals {
  const own = exchanges.filter((exchange) => exchange.strategy === strategy)
  const sum = (of: (exchange: Exchange) => number) => own.reduce((total, exchange) => total + of(exchange), 0)
  return {
    exchanges: own.length,
    up: sum(({ request }) => request.headBytes + request.bodyBytes),
    down: sum(({ response }) => (response ? response.headBytes + response.bodyBytes : 0)),
    reads: sum(({ cost }) => cost.reads),
    writes: sum(({ cost }) => cost.writes),
    micros: own.length === 0 ? null : Math.round(sum(({ cost }) => cost.micros) / own.length),
  }
}
