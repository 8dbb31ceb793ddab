'use client' // a message travels through it with every exchange

import { useFlight } from '@/app/_live/requests/use-flight'
import { useChosen, useShown } from '@/app/_live/state/use-lane'
import { WhereStrip } from '@/app/_shop/where-strip'
import type { StrategyName } from '@/lib/strategies/strategy'

/** Browser, wire, server: above the panel of a lane's own page. */
export function LaneStrip({ strategy }: { strategy: StrategyName }) {
  const exchange = useShown(strategy)
  const { live } = useChosen()
  const lane = useFlight<HTMLDivElement>(exchange, live)
  return (
    <div ref={lane} className={strategy}>
      <WhereStrip strategy={strategy} />
    </div>
  )
}
