'use client'
import { Desk } from '@/app/_desk/support-desk'
import { act } from '@/app/_live/requests/acts'
import { useLive } from '@/app/_live/state/store'
import { useOpen } from '@/app/_live/state/use-open'
import { Icon } from '@/app/_ui/icon'
import { later } from '@/app/_ui/later'
// Signs in and out, asks for orders and devices: all real requests of this lane.
import { useText } from '@/lib/i18n/client'
import type { StrategyName } from '@/lib/strategies/strategy'
import { LaneDevices } from './lane-devices'
import { LaneOrders } from './lane-orders'
import { SignInForm } from './sign-in-form'

const PastAccount = later(() => import('@/app/_shop/past-shop-view').then((file) => file.PastAccount))

export function LaneAccount({ strategy }: { strategy: StrategyName }) {
  const t = useText('lane')
  const past = useLive((live) => live.cursor !== null)
  return (
    <section className="card" aria-labelledby="h-account">
      <h2 id="h-account">
        <Icon name="person" />
        {t('account')}
      </h2>
      {past ? <PastAccount strategy={strategy} /> : <Account strategy={strategy} />}
      <div className="deskplace">
        <Desk />
      </div>
    </section>
  )
}

function Account({ strategy }: { strategy: StrategyName }) {
  const shop = useText('shop')
  const device = useLive((live) => live.device)
  const customer = useLive((live) => live.shops[strategy][device].customer)
  const open = useOpen()
  return (
    <>
      {customer ? (
        <>
          <div className="acc">
            <span>
              <b>{customer.name}</b>
              <small>{customer.email}</small>
            </span>
            <button
              type="button"
              className="btn sm"
              disabled={!open}
              onClick={() => void act([strategy], device, { act: 'sign-out' })}
            >
              {shop('sign-out')}
            </button>
          </div>
          <LaneOrders strategy={strategy} />
        </>
      ) : (
        <SignInForm strategy={strategy} />
      )}
      <LaneDevices key={`${device}/${customer?.email}`} strategy={strategy} signedIn={customer !== null} />
    </>
  )
}
