'use client' // draws the chosen exchange of each lane

import { memo, useDeferredValue, useEffect, useMemo } from 'react'
import { useLive } from '@/app/_live/state/store'
import type { View } from '@/app/_live/state/types'
import { useShown } from '@/app/_live/state/use-lane'
import { Evidence, Exposed, fetchViews, Steps, Stored, Wire } from '@/app/_panel/lazy-views'
import { useText } from '@/lib/i18n/client'
import type { FoldedLines } from '@/lib/reading/wire/fold'
import { foldOf } from '@/lib/reading/wire/fold'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'

/** The three live panels: one tab panel, because one tab chooses for all. */
export function Panes() {
  const view = useLive((live) => live.view)
  const lane = useLive((live) => live.lane)
  useEffect(fetchViews, [])
  const shown = useLater()
  const folded = useMemo(() => foldOf({ exchanges: present(shown) }), [shown])
  return (
    <div
      role="tabpanel"
      id={`view-panel-${view}`}
      aria-labelledby={`view-tab-${view}`}
      className="panes"
      data-lane={lane}
    >
      {view === 'evidence' ? (
        <div className="col-span-full row-span-full min-w-0 bg-sunk">
          <Evidence shown={shown} />
        </div>
      ) : (
        STRATEGIES.map((name) => (
          <Pane key={name} strategy={name} view={view} exchange={shown[name]} folded={folded[name]} />
        ))
      )}
    </div>
  )
}

/** What each lane shows: as soon as the browser has time, so that the step itself changes with the key pressed. */
function useLater() {
  const [cookie, session, jwt] = [useShown('cookie'), useShown('session'), useShown('jwt')]
  return useDeferredValue(useMemo(() => ({ cookie, session, jwt }), [cookie, session, jwt]))
}

function present(shown: Record<StrategyName, Exchange | undefined>): Partial<Record<StrategyName, Exchange>> {
  return Object.fromEntries(Object.entries(shown).filter(([, exchange]) => exchange))
}

interface PaneProps {
  strategy: StrategyName
  view: View
  exchange: Exchange | undefined
  folded: FoldedLines | undefined
}

const Pane = memo(drawPane)

function drawPane({ strategy, view, exchange, folded }: PaneProps) {
  const t = useText('compare')
  return (
    <section className={`pane ${strategy} v-${view}`} aria-label={t('views.pane', { lane: strategy })}>
      {!exchange && <p className="dim note">{t('result.none')}</p>}
      {exchange && view === 'wire' && <Wire exchange={exchange} folded={folded} />}
      {exchange && view === 'steps' && <Steps exchange={exchange} />}
      {exchange && view === 'stored' && <Stored exchange={exchange} />}
      {exchange && view === 'exposed' && <Exposed exchange={exchange} />}
    </section>
  )
}
