/** What a run found of the moment that was asked about, beside what the visitor said before it. */
import type { LabFinding } from '@/lib/labs/lab'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import type { LabSheet } from '../sheet'
import type { Guesses } from './kept'

interface Came {
  lane: StrategyName
  outcome: string
}

export interface Comparison {
  right: StrategyName[]
  /** Otherwise than was said. */
  missed: Came[]
  /** Nothing was said of it. */
  unsaid: Came[]
}

export function comparedWith(
  guesses: Guesses,
  findings: readonly LabFinding[],
  { asks }: Pick<LabSheet, 'asks'>,
): Comparison {
  const came = STRATEGIES.flatMap((lane): Came[] => {
    const found = findings.find((one) => one.lane === lane && one.moment === asks.moment)
    return found ? [{ lane, outcome: found.outcome }] : []
  })
  return {
    right: came.filter(({ lane, outcome }) => guesses[lane] === outcome).map(({ lane }) => lane),
    missed: came.filter(({ lane, outcome }) => guesses[lane] !== undefined && guesses[lane] !== outcome),
    unsaid: came.filter(({ lane }) => guesses[lane] === undefined),
  }
}
