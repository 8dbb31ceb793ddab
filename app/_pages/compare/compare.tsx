'use client' // the three lanes live in this browser

import type { ReactNode } from 'react'
import { Dock } from '@/app/_desk/dock'
import { useOpenShop } from '@/app/_live/connection/open-shop'
import { Told } from '@/app/_notices/told'
import { Timeline } from '@/app/_panel/timeline/timeline'
import { LaneColumn } from '@/app/_shop/lane/lane-column'
import { LaneTabs } from '@/app/_shop/lane/lane-tabs'
import { later } from '@/app/_ui/later'
import { useText } from '@/lib/i18n/client'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { Panes } from './panes'
import { ViewsBar } from './views'

const DialsNote = later<object>(() => import('@/app/_dials/dials-note').then((file) => file.DialsNote))

/** What the page is wide: lanes and panel share three columns. */
const COLUMNS =
  'mx-auto w-[calc(100%-2*var(--gutter))] max-w-[calc(var(--page)-2*var(--gutter))] max-tablet:w-full'

/**
 * The acts, the three lanes side by side, and the panel with all that is left of the screen: the evidence is in sight on a laptop.
 * `children`: what lies below the first screen, made on the server. `foretold`: foretold.ts.
 */
export function Compare({ children, foretold }: { children: ReactNode; foretold: string }) {
  useOpenShop(null)
  return (
    <>
      <div className="flex flex-col tall:min-h-[calc(100dvh-5.125rem)] projector:min-h-dvh">
        <Dock />
        <Told foretold={foretold} />
        <DialsNote />
        <LaneTabs />
        <div
          className={`${COLUMNS} mt-2 grid grid-cols-3 grid-rows-[repeat(4,auto)] border-x border-line bg-surface max-tablet:mt-0 max-tablet:grid-cols-1 max-tablet:border-x-0 noscript:hidden`}
        >
          {STRATEGIES.map((name) => (
            <LaneColumn key={name} strategy={name} />
          ))}
        </div>
        <Panel />
      </div>
      {children}
      <Timeline />
    </>
  )
}

function Panel() {
  const t = useText('compare')
  return (
    <section
      id="panel"
      aria-labelledby="panel-title"
      className={`${COLUMNS} flex flex-1 flex-col border-x border-line bg-sunk max-tablet:border-x-0 noscript:hidden`}
    >
      <h2 id="panel-title" className="sr-only">
        {t('panel')}
      </h2>
      <ViewsBar />
      <Panes />
    </section>
  )
}
