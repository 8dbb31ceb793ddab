'use client'
// Draws the chosen exchange of this lane.
import { memo, useDeferredValue, useEffect } from 'react'
import { useText } from '@/lib/i18n/client'
import type { StrategyName } from '@/lib/strategies/strategy'
import { ResultRow } from '../_shop/result'
import { useShown } from '../_shop/use-lane'
import { fetchViews, LaneViews } from './lazy-views'

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
