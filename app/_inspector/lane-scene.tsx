'use client'
// The lane's shop and panel live in this browser.
import { type ReactNode, useState } from 'react'
import { useText } from '@/lib/i18n/client'
import type { StrategyName } from '@/lib/strategies/strategy'
import { DialsNote } from '../_dials/dials-note'
import { ClockControl } from '../_shop/clock-control'
import { DeviceSwitch } from '../_shop/device-switch'
import { useLive } from '../_shop/live'
import { VIEWS, type View } from '../_shop/live-types'
import { PhaseNotice } from '../_shop/phase-notice'
import { later } from '../_ui/later'
import { Tabs } from '../_ui/tabs'
import { CopyLink } from './copy-link'
import { LaneAccount } from './lane-account'
import { LanePanel } from './lane-panel'
import { LaneShop } from './lane-shop'
import { useOpenShop } from './open-shop'
import { SamePlace } from './same-place'
import { Timeline } from './timeline'

// Below the shop, and long: they come when the page is already in use.
const LaneActs = later(
  () => import('../_acts/lane-acts').then((file) => file.LaneActs),
  () => <div className="card actsplace" />,
)
const Announcer = later(() => import('../_shop/announcer').then((file) => file.Announcer))
const LaneStrip = later(() => import('./lane-strip').then((file) => file.LaneStrip))
const DialsCard = later(
  () => import('../_dials/dials-card').then((file) => file.DialsCard),
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
      <div className="wrap" data-tab={shopTab ? 'shop' : view}>
        <div className="hd">
          {children}
          <div className="r">
            <DeviceSwitch />
            <ClockControl />
            <CopyLink />
          </div>
        </div>
        <PhaseNotice />
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
      <Announcer />
    </>
  )
}

/** On a phone one part shows at a time; elsewhere all of them do. */
function PhoneTabs({ chosen, choose }: { chosen: 'shop' | View; choose(shop: boolean): void }) {
  const t = useText('lane')
  const tabs = (['shop', ...VIEWS] as const).map((id) => ({ id, label: t(`tab.${id}`) }))
  const pick = (id: 'shop' | View) => {
    choose(id === 'shop')
    if (id !== 'shop') useLive.setState({ view: id })
  }
  return <Tabs tabs={tabs} chosen={chosen} choose={pick} label={t('tabs')} className="mtabs" name="lane" />
}
