'use client'
// Reads the live store and moves its cursor.
import type { KeyboardEvent } from 'react'
import { backToLive } from '@/app/_live/state/cursor'
import { plainKey } from '@/app/_ui/plain-key'
import { useText } from '@/lib/i18n/client'
import type { StrategyName } from '@/lib/strategies/strategy'
import { ScenarioLink } from '../scenario/scenario-link'
import { TimelineBar } from './bar'
import { useIsOpen } from './is-open'
import { OpenTimeline } from './open/open-timeline'
import { useTimelineView } from './view'

const PANEL = 'timeline-open'

export function TimelineStrip({ lanes }: { lanes: readonly StrategyName[] }) {
  const t = useText('inspector')
  const view = useTimelineView(lanes)
  const open = useIsOpen((state) => state.open)
  if (view.columns.length === 0)
    return (
      <>
        <ScenarioLink lanes={lanes} />
        <p className="flex h-10.25 items-center text-13 text-ink-3">{t('timeline.empty')}</p>
      </>
    )
  return (
    // Only while the focus is in here: a single letter must not be taken elsewhere (WCAG 2.2, 2.1.4).
    // biome-ignore lint/a11y/noStaticElementInteractions: what is in it has the focus; this hears its keys.
    <div onKeyDown={onLive}>
      <ScenarioLink lanes={lanes} />
      <TimelineBar view={view} panel={PANEL} />
      <div id={PANEL} hidden={!open}>
        {open && <OpenTimeline view={view} />}
      </div>
    </div>
  )
}

function onLive(event: KeyboardEvent) {
  if (plainKey(event)?.toLowerCase() !== 'l') return
  event.preventDefault()
  backToLive()
}
