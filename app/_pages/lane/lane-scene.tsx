'use client'
// The lane's shop and panel live in this browser.
import { type ReactNode, useState } from 'react'
import { DialsNote } from '@/app/_dials/dials-note'
import { useOpenShop } from '@/app/_live/connection/open-shop'
import { useLive } from '@/app/_live/state/store'
import { DEPTHS, type View } from '@/app/_live/state/types'
import { Told } from '@/app/_notices/told'
import { Timeline } from '@/app/_panel/timeline/timeline'
import { ClockControl } from '@/app/_shop/clock-control'
import { DeviceSwitch } from '@/app/_shop/device-switch'
import { later } from '@/app/_ui/later'
import { Tabs } from '@/app/_ui/tabs'
import { useText } from '@/lib/i18n/client'
import type { StrategyName } from '@/lib/strategies/strategy'
import { CopyLink } from './copy-link'
import { LaneAccount } from './lane-account'
import { LanePanel } from './lane-panel'
import { LaneShop } from './lane-shop'
import { SamePlace } from './same-place'

// Below the shop, and long: they come when the page is already in use.
const LaneActs = later(
  () => import('@/app/_desk/lane-acts').then((file) => file.LaneActs),
  () => <div className="card actsplace" />,
)
const LaneStrip = later(() => import('./lane-strip').then((file) => file.LaneStrip))
const DialsCard = later(
  () => import('@/app/_dials/dials-card').then((file) => file.DialsCard),
  () => <div className="card dialsplace" />,
)

/** The same arrays for ever, so that the timeline is not drawn anew. */
const ONLY = { cookie: ['cookie'], session: ['session'], jwt: ['jwt'] } as const satisfies Record<
  StrategyName,
  StrategyName[]
>

/** `children`: the head of the page, made on the server. */
export function LaneScene({ strategy, children }: { strategy: StrategyName; children: ReactNode }) {
  useOpenShop(strategy)
  const [shopTab, setShopTab] = useState(true)
  const view = useLive((live) => live.view)
  return (
    <>
      <Told lane={strategy} />
      <div className="wrap" data-tab={shopTab ? 'shop' : view}>
        <div className="hd">
          {children}
          <div className="r">
            <DeviceSwitch />
            <ClockControl />
            <CopyLink />
          </div>
        </div>
        <DialsNote weakOnly />
        <PhoneTabs chosen={shopTab ? 'shop' : view} choose={setShopTab} />
        <div className="two">
          <div className="left" id="lane-panel-shop">
            <LaneShop strategy={strategy} />
            <LaneAccount strategy={strategy} />
            <LaneActs strategy={strategy} />
            <DialsCard strategy={strategy} />
          </div>
          <div className="right">
            <div className="lanestrip">
              <LaneStrip strategy={strategy} />
            </div>
            <LanePanel strategy={strategy} />
          </div>
        </div>
        <SamePlace strategy={strategy} />
      </div>
      <Timeline lanes={ONLY[strategy]} />
    </>
  )
}

/** On a phone one part shows at a time; elsewhere all of them do. */
function PhoneTabs({ chosen, choose }: { chosen: 'shop' | View; choose(shop: boolean): void }) {
  const t = useText('lane')
  const tabs = (['shop', ...DEPTHS] as const).map((id) => ({ id, label: t(`tab.${id}`) }))
  const pick = (id: 'shop' | View) => {
    choose(id === 'shop')
    if (id !== 'shop') useLive.setState({ view: id })
  }
  return <Tabs tabs={tabs} chosen={chosen} choose={pick} label={t('tabs')} className="mtabs" name="lane" />
}
