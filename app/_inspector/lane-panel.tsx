'use client'
// Draws the chosen exchange of this lane.
import { useEffect } from 'react'
import { useText } from '@/lib/i18n/client'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/exchange'
import { ResultRow } from '../_shop/result'
import { fetchViews, LaneViews } from './lazy-views'

interface LanePanelProps {
  strategy: StrategyName
  exchange: Exchange | undefined
}

export function LanePanel({ strategy, exchange }: LanePanelProps) {
  const t = useText('lane')
  useEffect(() => void fetchViews(), [])
  return (
    <section className="panel" aria-label={t('panel')}>
      <h2 className="vh">{t('panel')}</h2>
      <div className="resultbox">
        <ResultRow strategy={strategy} />
      </div>
      {exchange ? <LaneViews exchange={exchange} /> : <p className="empty-note">{t('nothing')}</p>}
    </section>
  )
}
