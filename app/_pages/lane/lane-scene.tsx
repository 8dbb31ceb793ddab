'use client'
// The lane's shop and panel live in this browser.
import { type ReactNode, useState } from 'react'
import { useOpenShop } from '@/app/_live/connection/open-shop'
import { Told } from '@/app/_notices/told'
import { Timeline } from '@/app/_panel/timeline/timeline'
import { ClockControl } from '@/app/_shop/clock-control'
import { DeviceSwitch } from '@/app/_shop/device-switch'
import { cx } from '@/app/_ui/cx'
import { useInUse } from '@/app/_ui/in-use'
import { later } from '@/app/_ui/later'
import { useWide } from '@/app/_ui/use-narrow'
import type { StrategyName } from '@/lib/strategies/strategy'
import { LaneAccount } from './lane-account'
import { LanePanel } from './lane-panel'
import { LaneShop } from './lane-shop'
import { PhoneActs } from './phone-acts'
import { PhoneTabs } from './phone-tabs'

const SamePlace = later(() => import('./same-place').then((file) => file.SamePlace))
const FollowDials = later(() => import('./follow-dials').then((file) => file.FollowDials))
const DialsNote = later(() => import('@/app/_dials/dials-note').then((file) => file.DialsNote))

const PLACE = 'rounded-2 border border-line bg-surface'
// Below the shop, and long: they come when the page is already in use. Their place is kept.
const ActsPlace = () => <div className={cx(PLACE, 'min-h-80')} />
const DialsPlace = () => <div className={cx(PLACE, 'min-h-96')} />
const LaneActs = later(() => import('@/app/_desk/lane-acts').then((file) => file.LaneActs), ActsPlace)
const DialsCard = later(() => import('@/app/_dials/dials-card').then((file) => file.DialsCard), DialsPlace)

/** The same arrays for ever, so that the timeline is not drawn anew. */
const ONLY = { cookie: ['cookie'], session: ['session'], jwt: ['jwt'] } as const satisfies Record<
  StrategyName,
  StrategyName[]
>

/** `children`: the head of the page, made on the server. */
export function LaneScene({ strategy, children }: { strategy: StrategyName; children: ReactNode }) {
  useOpenShop(strategy)
  const [isShop, setShop] = useState(false)
  return (
    <>
      <FollowDials setShop={setShop} />
      {/* An act of a card far below is answered in sight. */}
      <div className="z-10 tall:sticky tall:top-0 noscript:hidden print:hidden">
        <Told lane={strategy} />
      </div>
      <div className="mx-auto max-w-page px-gutter">
        <div className="flex flex-wrap items-center gap-x-5 gap-y-1.5 py-2">
          {children}
          <div className="ml-auto noscript:hidden print:hidden">
            <DeviceSwitch />
          </div>
          <div className="max-tablet:order-2 max-tablet:basis-full noscript:hidden print:hidden">
            <ClockControl />
          </div>
        </div>
        <DialsNote weakOnly />
        {!isShop && <PhoneActs strategy={strategy} />}
        <PhoneTabs isShop={isShop} setShop={setShop} />
        <div className="grid items-start gap-4 tablet:grid-cols-[19rem_minmax(0,1fr)] laptop:grid-cols-[21rem_minmax(0,1fr)] noscript:hidden print:block">
          <div
            id="lane-panel-shop"
            className={cx('grid min-w-0 gap-3 max-tablet:pt-3', !isShop && 'max-tablet:hidden print:block')}
          >
            <LaneShop strategy={strategy} />
            {/* On paper: what lies in the cart, and the panel. */}
            <div className="contents print:hidden">
              <LaneAccount strategy={strategy} />
              <Cards strategy={strategy} isShop={isShop} />
            </div>
          </div>
          <div className={cx('min-w-0 print:mt-4', isShop && 'max-tablet:hidden print:block')}>
            <LanePanel strategy={strategy} />
          </div>
        </div>
        <SamePlace strategy={strategy} />
      </div>
      <div className="contents noscript:hidden">
        <Timeline lanes={ONLY[strategy]} />
      </div>
    </>
  )
}

/** On a phone they lie behind a tab: they come when somebody is there. */
function Cards({ strategy, isShop }: { strategy: StrategyName; isShop: boolean }) {
  const isWide = useWide()
  const inUse = useInUse()
  if (isWide || isShop || inUse)
    return (
      <>
        <LaneActs strategy={strategy} />
        <DialsCard strategy={strategy} />
      </>
    )
  return (
    <>
      <ActsPlace />
      <DialsPlace />
    </>
  )
}
