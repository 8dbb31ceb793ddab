'use client' // a message travels through it with every exchange
import { TroubleLine } from '@/app/_shop/bound-line'
import { LaneHead } from '@/app/_shop/lane/lane-head'
import { ShopLine } from '@/app/_shop/lane/shop-line'
import { useLanePanel } from '@/app/_shop/lane/use-lane-panel'
import { WhereStrip } from '@/app/_shop/where-strip'
import { cx } from '@/app/_ui/cx'
import { later } from '@/app/_ui/later'
import { useText } from '@/lib/i18n/client'
import { NO_ANSWER } from '@/lib/reading/timeline/result-of'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { LinePin } from './pinned'

/** As high as the two lines that are mostly there. */
const LinesPlace = () => <div className="min-h-11.5 border-t border-line bg-sunk" aria-hidden="true" />
const LaneLines = later(() => import('./lane-lines').then((file) => file.LaneLines), LinesPlace)

interface Props {
  strategy: StrategyName
  pin: LinePin | null
}

/**
 * One lane across: what each side holds, the shop in one line, and the lines of its newest exchange or of the one that the question
 * is about. By when a forced sign-out bites is not said here: that is what lessons ask.
 */
export function LaneStrip({ strategy, pin }: Props) {
  const t = useText('learn')
  const { result, exchange, panel, hidden } = useLanePanel(strategy)
  const isTrouble = result === NO_ANSWER || result.kind === 'failed'
  return (
    <section
      {...panel}
      className={cx(
        `lane-${strategy}`,
        'min-w-0 border-t border-l-3 border-t-line border-l-lane bg-surface max-tablet:border-l-0',
        hidden,
      )}
    >
      <div className="grid gap-y-1 px-3 py-1.5">
        <LaneHead strategy={strategy} result={result} />
        <div className="grid items-center gap-x-3 gap-y-1 laptop:grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)] projector:grid-cols-1">
          <WhereStrip strategy={strategy} />
          <div className="min-w-0 projector:hidden">
            <ShopLine strategy={strategy} />
          </div>
        </div>
        {isTrouble && <TroubleLine result={result} />}
      </div>
      {exchange ? (
        <LaneLines exchange={exchange} pin={pin && (pin.lane ?? strategy) === strategy ? pin.kind : null} />
      ) : (
        <p className="border-t border-line bg-sunk px-3.75 py-1 text-13 text-ink-2">{t('live.none-lane')}</p>
      )}
    </section>
  )
}
