/** What is used of the benchmark's kept figures (app/_pages/numbers/figures.ts), as the page is given it. Pure. */
import type { LoadSums } from '@/lib/labs/x22-load/multiply'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'

interface KeptRatio {
  lane: StrategyName
  what: string
  rows?: number | undefined
  ratio: number
  low: number
  high: number
}

export interface KeptBench {
  when: string | null
  machine: string
  node: string
  figures: readonly KeptRatio[]
}

/** Processor time of one request, in requests of a handler that does nothing: the mean, and where 95 % of means lie. */
export type Interval = Record<'ratio' | 'low' | 'high', number>

type Kinds = Record<keyof LoadSums['requests'], Interval | null>

export interface LoadBench extends Pick<KeptBench, 'machine' | 'node'> {
  when: string
  lanes: Record<StrategyName, Kinds>
  /** A read among so many rows against one among few. */
  among: (Interval & { rows: number })[]
}

/** null: nothing was measured. */
export function loadBench({ when, machine, node, figures }: KeptBench): LoadBench | null {
  if (when === null) return null
  const of = (lane: StrategyName, what: string): Interval | null => {
    const found = figures.find((one) => one.lane === lane && one.what === what)
    return found ? intervalOf(found) : null
  }
  const kinds = (lane: StrategyName): Kinds => ({
    who: of(lane, 'me') ?? of(lane, 'read'),
    cart: of(lane, 'read'),
    change: of(lane, 'change'),
    refresh: of(lane, 'refresh'),
  })
  return {
    ...{ when, machine, node },
    lanes: Object.fromEntries(STRATEGIES.map((lane) => [lane, kinds(lane)])) as LoadBench['lanes'],
    among: figures.flatMap((one) => (one.rows === undefined ? [] : { ...intervalOf(one), rows: one.rows })),
  }
}

const intervalOf = ({ ratio, low, high }: Interval): Interval => ({ ratio, low, high })

/** null: one of its kinds was not measured. */
export function processorOf(kinds: Kinds, requests: LoadSums['requests']): Interval | null {
  const sum: Interval = { ratio: 0, low: 0, high: 0 }
  for (const kind of Object.keys(requests) as (keyof typeof requests)[]) {
    if (requests[kind] === 0) continue
    const each = kinds[kind]
    if (!each) return null
    for (const part of ['ratio', 'low', 'high'] as const) sum[part] += requests[kind] * each[part]
  }
  return sum
}
