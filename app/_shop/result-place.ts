import type { StrategyName } from '@/lib/strategies/strategy'

export const resultId = (strategy: StrategyName): string => `result-${strategy}`

/** Where the focus goes when what was pressed leaves the page: to what it led to (WCAG 2.2, 2.4.3). */
export function focusResult(strategy: StrategyName): void {
  document.getElementById(resultId(strategy))?.focus()
}
