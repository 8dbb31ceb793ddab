'use client' // the three lanes live in this browser

import { DialsNote } from '@/app/_dials/dials-note'
import { useOpenShop } from '@/app/_live/connection/open-shop'
import { useLive } from '@/app/_live/state/store'
import { Told } from '@/app/_notices/told'
import { Timeline } from '@/app/_panel/timeline/timeline'
import { LaneColumn } from '@/app/_shop/lane-column'
import { LaneTabs } from '@/app/_shop/lane-tabs'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { Dock } from './dock'
import { Panes } from './panes'
import { ViewsBar } from './views'

/** The three lanes side by side: one grid, shared rows, one view switch, one timeline. */
export function Compare() {
  useOpenShop(null)
  const lane = useLive((live) => live.lane)
  return (
    <>
      <Dock />
      <Told />
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
    </>
  )
}
