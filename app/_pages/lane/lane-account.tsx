'use client'
import { Desk } from '@/app/_desk/support-desk'
import { act } from '@/app/_live/requests/acts'
import { useLive } from '@/app/_live/state/store'
import { ActButton, useWhyOff } from '@/app/_notices/act-button'
import { Card } from '@/app/_ui/card/card'
import { keepFocus } from '@/app/_ui/card/keep-focus'
import { later } from '@/app/_ui/later'
// Signs in and out, asks for orders and devices: all real requests of this lane.
import { useText } from '@/lib/i18n/client'
import type { StrategyName } from '@/lib/strategies/strategy'
import { SignInForm } from './sign-in-form'

const LaneOrders = later(() => import('./lane-orders').then((file) => file.LaneOrders))
const LaneDevices = later(() => import('./lane-devices').then((file) => file.LaneDevices))

const PastAccount = later(() => import('@/app/_shop/past-shop-view').then((file) => file.PastAccount))

/** The heading: where the focus goes when the button that had it has gone. */
const PLACE = 'h-account'

export function LaneAccount({ strategy }: { strategy: StrategyName }) {
  const t = useText('lane')
  const past = useLive((live) => live.cursor !== null)
  const device = useLive((live) => live.device)
  const customer = useLive((live) => live.shops[strategy][device].customer)
  return (
    <Card id={PLACE} icon="person" title={t('account')}>
      {past ? <Past strategy={strategy} /> : <Account strategy={strategy} />}
      <div className="border-t border-line px-4 py-2 *:max-tablet:bg-surface! tablet:pl-2">
        <Desk />
      </div>
      {!past && (
        <>
          <LaneDevices
            key={`${device}/${customer?.email}`}
            strategy={strategy}
            signedIn={customer !== null}
          />
          {customer && <LaneOrders strategy={strategy} />}
        </>
      )}
    </Card>
  )
}

function Past({ strategy }: { strategy: StrategyName }) {
  return (
    <div className="px-4 py-2.5 text-13">
      <PastAccount strategy={strategy} />
    </div>
  )
}

function Account({ strategy }: { strategy: StrategyName }) {
  const shop = useText('shop')
  const device = useLive((live) => live.device)
  const customer = useLive((live) => live.shops[strategy][device].customer)
  const off = useWhyOff()
  if (!customer) return <SignInForm strategy={strategy} after={PLACE} />
  const leave = async () => {
    await act([strategy], device, { act: 'sign-out' })
    keepFocus(() => document.getElementById(PLACE))
  }
  return (
    <div className="flex items-center gap-2.5 px-4 py-2.5 text-13">
      <span className="min-w-0">
        <b className="font-semibold">{customer.name}</b>
        <small className="block text-12 wrap-anywhere text-ink-3">{customer.email}</small>
      </span>
      <ActButton size="sm" className="ml-auto" why={off} onClick={() => void leave()}>
        <span>{shop('sign-out')}</span>
      </ActButton>
    </div>
  )
}
