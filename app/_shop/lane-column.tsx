'use client' // a message travels through it with every exchange

import { useFlight } from '@/app/_live/requests/use-flight'
import { useChosen, useShown } from '@/app/_live/state/use-lane'
import type { StrategyName } from '@/lib/strategies/strategy'
import { LaneHead } from './lane-head'
import { ResultRow } from './result'
import { SmallShop } from './small-shop'
import { WhereStrip } from './where-strip'

export function LaneColumn({ strategy }: { strategy: StrategyName }) {
  const exchange = useShown(strategy)
  const { live } = useChosen()
  const lane = useFlight(exchange, live)
  return (
    <section
      ref={lane}
      id={`lane-panel-${strategy}`}
      className={`lane ${strategy}`}
      aria-labelledby={`lane-${strategy}`}
    >
      <LaneHead strategy={strategy} />
      <WhereStrip strategy={strategy} />
      <SmallShop strategy={strategy} />
      <ResultRow strategy={strategy} />
    </section>
  )
}
