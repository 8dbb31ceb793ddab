/** What the visitor's own requests have cost, lane by lane. Pure. */

import { shareOf } from '@/lib/reading/wire/credential-bytes'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'

export interface Totals {
  exchanges: number
  /** Octets, heads and bodies. What other programs' cookies took of `up` is in `foreign`. */
  up: number
  down: number
  foreign: number
  /** Database statements. */
  reads: number
  writes: number
  /** Mean; null: no request yet. */
  micros: number | null
}

export function totalsOf(exchanges: readonly Exchange[], strategy: StrategyName): Totals {
  const own = exchanges.filter((exchange) => exchange.strategy === strategy)
  const sum = (of: (exchange: Exchange) => number) => own.reduce((total, exchange) => total + of(exchange), 0)
  const foreign = sum((exchange) => shareOf(exchange).foreign)
  return {
    exchanges: own.length,
    foreign,
    up: sum(({ request }) => request.headBytes + request.bodyBytes) - foreign,
    down: sum(({ response }) => (response ? response.headBytes + response.bodyBytes : 0)),
    reads: sum(({ cost }) => cost.reads),
    writes: sum(({ cost }) => cost.writes),
    micros: own.length === 0 ? null : Math.round(sum(({ cost }) => cost.micros) / own.length),
  }
}
