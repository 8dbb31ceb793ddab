/** What the parts of the panel take. Each draws one exchange; what came before and after it they ask the store (around.ts). */
import type { StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'

export interface WireProps {
  exchange: Exchange
  /** On the compare page: lines alike in all of these go into "n lines, the same in all lanes". Absent: every line stands. */
  beside?: Partial<Record<StrategyName, Exchange>>
  /** On the lane page: the columns server, script, wire, and the margin with "This exchange". */
  full?: boolean
}

export interface ExchangeProps {
  exchange: Exchange
}
