'use client' // a message travels through it with every exchange

import { cx } from '@/app/_ui/cx'
import { NO_ANSWER } from '@/lib/reading/timeline/result-of'
import type { StrategyName } from '@/lib/strategies/strategy'
import { BoundLine, TroubleLine } from '../bound-line'
import { WhereStrip } from '../where-strip'
import { LaneHead } from './lane-head'
import { ShopLine } from './shop-line'
import { useLanePanel } from './use-lane-panel'

/** One lane in four rows, which the three lanes share. On a phone the chosen one alone, as the panel of its tab. */
export function LaneColumn({ strategy }: { strategy: StrategyName }) {
  const { result, bound, panel, hidden } = useLanePanel(strategy)
  const isTrouble = bound.would && (result.kind === 'refused' || result.kind === 'failed')
  return (
    <section
      {...panel}
      className={cx(
        `lane-${strategy}`,
        'row-span-4 grid min-w-0 grid-rows-subgrid gap-y-1 border-t-3 border-lane px-3 pt-1.5 pb-2 not-first:border-l not-first:border-l-line max-tablet:border-t-0 max-tablet:border-l-0 max-tablet:py-1',
        hidden,
      )}
    >
      <LaneHead strategy={strategy} result={result} />
      <WhereStrip strategy={strategy} />
      <ShopLine strategy={strategy} />
      {isTrouble || result === NO_ANSWER ? <TroubleLine result={result} /> : <BoundLine bound={bound} />}
    </section>
  )
}
