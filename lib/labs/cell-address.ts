/** Where one cell of a verdict table is seen, without the language. */
import type { StrategyName } from '@/lib/strategies/strategy'

interface Cell {
  lab: string
  position?: string
  moment: string
  lane: StrategyName
}

export function cellAddress({ lab, position = 'default', moment, lane }: Cell): string {
  const query = position === 'default' ? '' : `?position=${position}`
  return `/labs/${lab}${query}#${lane}.${moment}`
}
