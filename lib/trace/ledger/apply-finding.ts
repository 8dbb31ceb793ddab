/** Findings about the server side, written into the ledger. Those about a text wait until it is seen in the browser (exchange-recorder.ts). */
import type { Dials } from '@/lib/strategies/dials'
import { KNOWN } from '@/lib/strategies/site/known-lanes'
import type { HeldValue } from '@/lib/strategies/site/learn'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import type { Finding } from '../model/finding'
import type { Ledger } from './ledger'

interface Learning {
  strategy: StrategyName
  learn: (held: HeldValue, finding: Finding, dials: Dials) => void
}

const LEARNING: ReadonlyMap<string, Learning> = new Map(
  STRATEGIES.flatMap((strategy) =>
    Object.entries(KNOWN[strategy].learns).map(([type, learn]): [string, Learning] => [
      type,
      { strategy, learn: learn as Learning['learn'] },
    ]),
  ),
)

export function applyFinding(ledger: Ledger, finding: Finding): void {
  const learning = LEARNING.get(finding.type)
  learning?.learn(ledger.of(learning.strategy), finding, ledger.dials)
}
