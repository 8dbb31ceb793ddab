'use client'
// Reads the live store and moves its cursor.
import type { KeyboardEvent } from 'react'
import { backToLive } from '@/app/_live/state/cursor'
import { plainKey } from '@/app/_ui/plain-key'
import { useText } from '@/lib/i18n/client'
import type { StrategyName } from '@/lib/strategies/strategy'
import { ScenarioLink } from '../scenario/scenario-link'
import { TimelineBar } from './bar'
import { TimelineGrid } from './grid'
import { useTimelineView } from './view'
import '@/app/styles/timeline.css'

export function TimelineStrip({ lanes }: { lanes: readonly StrategyName[] }) {
  const t = useText('inspector')
  const view = useTimelineView(lanes)
  if (view.columns.length === 0)
    return (
      <>
        <ScenarioLink lanes={lanes} />
        <p className="bar dim">{t('timeline.empty')}</p>
      </>
    )
  return (
    // Only while the focus is in here: a single letter must not be taken elsewhere (WCAG 2.2, 2.1.4).
    // biome-ignore lint/a11y/noStaticElementInteractions: what is in it has the focus; this hears its keys.
    <div onKeyDown={onLive}>
      <ScenarioLink lanes={lanes} />
      <TimelineBar lanes={lanes} view={view} />
      <TimelineGrid view={view} />
    </div>
  )
}

function onLive(event: KeyboardEvent) {
  if (plainKey(event)?.toLowerCase() !== 'l') return
  event.preventDefault()
  backToLive()
}
