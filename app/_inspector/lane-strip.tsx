'use client' // a message travels through it with every exchange

import type { StrategyName } from '@/lib/strategies/strategy'
import { useFlight } from '../_shop/use-flight'
import { useChosen, useShown } from '../_shop/use-lane'
import { WhereStrip } from '../_shop/where-strip'

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
