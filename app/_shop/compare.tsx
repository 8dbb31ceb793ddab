'use client' // the three lanes live in this browser

import { STRATEGIES } from '@/lib/strategies/strategy'
import { DialsNote } from '../_dials/dials-note'
import { useOpenShop } from '../_inspector/open-shop'
import { Timeline } from '../_inspector/timeline'
import { later } from '../_ui/later'
import { Dock } from './dock'
import { LaneColumn } from './lane-column'
import { LaneTabs } from './lane-tabs'
import { useLive } from './live'
import { Panes } from './panes'
import { PhaseNotice } from './phase-notice'
import { ViewsBar } from './views'

const Announcer = later(() => import('./announcer').then((file) => file.Announcer))

/** The three lanes side by side: one grid, shared rows, one view switch, one timeline. */
export function Compare() {
  useOpenShop(null)
  const lane = useLive((live) => live.lane)
  return (
    <>
      <Dock />
      <PhaseNotice />
      <DialsNote />
      <LaneTabs />
      <div className="lanes" data-lane={lane}>
        {STRATEGIES.map((name) => (
          <LaneColumn key={name} strategy={name} />
        ))}
        <ViewsBar />
        <Panes />
      </div>
      <Timeline />
      <Announcer />
    </>
  )
}
