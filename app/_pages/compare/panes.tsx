'use client' // draws the chosen exchange of each lane

import { memo, useDeferredValue, useMemo } from 'react'
import { useLive } from '@/app/_live/state/store'
import type { Depth } from '@/app/_live/state/types'
import { useEvent, useShown } from '@/app/_live/state/use-lane'
import { EventEvidence, Evidence, Exposed, Steps, Stored, useViews, Wire } from '@/app/_panel/lazy-views'
import { cx } from '@/app/_ui/cx'
import { useText } from '@/lib/i18n/client'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'

/** The three live panels: one tab panel, because one tab chooses for all. */
export function Panes() {
  const view = useLive((live) => live.view)
  useViews()
  const shown = useLater()
  return (
    <div
      role="tabpanel"
      id={`view-panel-${view}`}
      aria-labelledby={`view-tab-${view}`}
      className="relative isolate flex-1 bg-sunk max-tablet:min-h-50"
    >
      {view === 'evidence' ? <Evidence shown={shown} /> : <Depths view={view} shown={shown} />}
      <Columns />
    </div>
  )
}

type Shown = Record<StrategyName, Exchange | undefined>

/** What each lane shows: as soon as the browser has time, so that the step itself changes with the key pressed. */
function useLater(): Shown {
  const [cookie, session, jwt] = [useShown('cookie'), useShown('session'), useShown('jwt')]
  return useDeferredValue(useMemo(() => ({ cookie, session, jwt }), [cookie, session, jwt]))
}

/** The lines between the lanes, behind what is there: they stay where they are while the panel fills. */
function Columns() {
  return (
    <div aria-hidden="true" className="absolute inset-0 -z-1 grid grid-cols-3 max-tablet:hidden print:hidden">
      {STRATEGIES.map((name) => (
        <i key={name} className="border-line not-first:border-l" />
      ))}
    </div>
  )
}

/** Lane by lane, all of one exchange. An opened event has no wire: it came from outside of the lanes. */
function Depths({ view, shown }: { view: Depth; shown: Shown }) {
  const t = useText('evidence')
  const event = useEvent()
  const beside = useMemo(() => present(shown), [shown])
  if (event && view === 'stored') return <EventEvidence event={event} />
  if (event) return <p className="max-w-measure bg-sunk p-3 text-13 text-ink-2">{t('event.no-wire')}</p>
  return (
    <div className="grid grid-cols-3 grid-rows-[auto_auto] max-tablet:block">
      {STRATEGIES.map((name) => (
        <Pane key={name} strategy={name} view={view} exchange={shown[name]} beside={beside} />
      ))}
    </div>
  )
}

function present(shown: Shown): Partial<Record<StrategyName, Exchange>> {
  return Object.fromEntries(Object.entries(shown).filter(([, exchange]) => exchange))
}

interface PaneProps {
  strategy: StrategyName
  view: Depth
  exchange: Exchange | undefined
  beside: Partial<Record<StrategyName, Exchange>>
}

const Pane = memo(drawPane)

function drawPane({ strategy, view, exchange, beside }: PaneProps) {
  const t = useText('compare')
  const chosen = useLive((live) => live.lane)
  return (
    <section
      className={cx(
        `lane-${strategy} row-span-2 grid min-w-0 grid-rows-subgrid border-line not-first:border-l max-tablet:block max-tablet:border-0`,
        strategy !== chosen && 'max-tablet:hidden',
      )}
      aria-label={t('views.pane', { lane: strategy })}
    >
      {!exchange && <p className="px-3 py-2.5 text-13 text-ink-2">{t('result.none')}</p>}
      {exchange && view === 'wire' && <Wire exchange={exchange} beside={beside} />}
      {exchange && view === 'steps' && <Steps exchange={exchange} />}
      {exchange && view === 'stored' && <Stored exchange={exchange} />}
      {exchange && view === 'exposed' && <Exposed exchange={exchange} />}
    </section>
  )
}
