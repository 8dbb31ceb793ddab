'use client'
// Draws the chosen exchange of this lane.
import { memo, useDeferredValue } from 'react'
import { useFlight } from '@/app/_live/requests/use-flight'
import { useLive } from '@/app/_live/state/store'
import { useChosen, useShown } from '@/app/_live/state/use-lane'
import { LaneViews, useViews } from '@/app/_panel/lazy-views'
import { ResultRow } from '@/app/_shop/result-row'
import { WhereStrip } from '@/app/_shop/where-strip'
import { cx } from '@/app/_ui/cx'
import { later } from '@/app/_ui/later'
import { useText } from '@/lib/i18n/client'
import type { StrategyName } from '@/lib/strategies/strategy'
import { BeforeFirst } from './before-first'

// It knows all dials, and speaks once a bound runs.
const LifeIsADial = later(() => import('./life-is-a-dial').then((file) => file.LifeIsADial))

/** The result changes with the key that was pressed; the views are long, and follow when the browser has time. */
export function LanePanel({ strategy }: { strategy: StrategyName }) {
  const t = useText('lane')
  const shown = useShown(strategy)
  const exchange = useDeferredValue(shown)
  const { live } = useChosen()
  const flight = useFlight<HTMLDivElement>(shown, live)
  const isFirstView = useLive(({ view }) => view === 'evidence')
  useViews()
  return (
    <section
      id="panel"
      aria-labelledby="h-panel"
      className="min-w-0 rounded-2 border border-t-3 border-line border-t-lane bg-surface max-tablet:-mx-gutter max-tablet:rounded-none max-tablet:border-x-0"
    >
      <h2 id="h-panel" tabIndex={-1} className="sr-only">
        {t('panel')}
      </h2>
      <div ref={flight} className={cx('px-4', exchange && !isFirstView && 'max-tablet:hidden print:block')}>
        <div className="min-h-12 pt-2">
          <WhereStrip strategy={strategy} />
        </div>
        <ResultRow strategy={strategy} />
        {strategy === 'jwt' && <LifeIsADial />}
      </div>
      {exchange ? <Views exchange={exchange} /> : <BeforeFirst strategy={strategy} />}
    </section>
  )
}

const Views = memo(LaneViews)
