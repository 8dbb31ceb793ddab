'use client'
// Draws the chosen exchange of this lane.
import { memo, useDeferredValue, useEffect } from 'react'
import { useShown } from '@/app/_live/state/use-lane'
import { fetchViews, LaneViews } from '@/app/_panel/lazy-views'
import { ResultRow } from '@/app/_shop/result'
import { useText } from '@/lib/i18n/client'
import type { StrategyName } from '@/lib/strategies/strategy'

/** The result changes with the key that was pressed; the views are long, and follow when the browser has time. */
export function LanePanel({ strategy }: { strategy: StrategyName }) {
  const t = useText('lane')
  const exchange = useDeferredValue(useShown(strategy))
  useEffect(fetchViews, [])
  return (
    <section className="panel" aria-label={t('panel')}>
      <h2 className="vh">{t('panel')}</h2>
      <div className="resultbox">
        <ResultRow strategy={strategy} />
      </div>
      {exchange ? <Views exchange={exchange} /> : <p className="empty-note">{t('nothing')}</p>}
    </section>
  )
}

const Views = memo(LaneViews)
