'use client' // sends acts to the lanes

import { Desk } from '@/app/_desk/support-desk'
import { send } from '@/app/_live/requests/send-to-target'
import { useLive } from '@/app/_live/state/store'
import { lanesOf, type SendTarget, useTarget } from '@/app/_live/state/targets'
import { firstName, useCustomer } from '@/app/_live/state/use-customer'
import { useOpen } from '@/app/_live/state/use-open'
import { ClockControl } from '@/app/_shop/clock-control'
import { DeviceSwitch } from '@/app/_shop/device-switch'
import { ProductPicker } from '@/app/_shop/product-picker'
import { Icon } from '@/app/_ui/icon'
import { useText } from '@/lib/i18n/client'
import { STRATEGIES } from '@/lib/strategies/strategy'

/** The lockstep bar: one act, sent to all lanes at once or to one. */
export function Dock() {
  return (
    <div className="dock">
      <div className="wrap">
        <div className="set">
          <SendTo />
          <AddButton sku="apple" />
          <AddButton sku="pear" />
          <ProductPicker />
        </div>
        <AccountActs />
        <Desk />
        <div className="set last">
          <DeviceSwitch />
          <ClockControl />
        </div>
      </div>
    </div>
  )
}

function SendTo() {
  const t = useText('shop')
  const target = useTarget((state) => state.target)
  return (
    <label className="send-to">
      <span className="label">{t('send-to')}</span>
      <select
        value={target}
        onChange={(event) => useTarget.setState({ target: event.target.value as SendTarget })}
      >
        <option value="all">{t('all-lanes')}</option>
        {STRATEGIES.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
  )
}

function AddButton({ sku }: { sku: string }) {
  const t = useText('shop')
  const name = t(`product.${sku}`)
  return (
    <button
      type="button"
      className="btn"
      disabled={!useOpen()}
      aria-label={t('add', { name })}
      onClick={() => send({ act: 'cart.add', sku, quantity: 1 })}
    >
      <Icon name="plus" />
      <span>{name}</span>
    </button>
  )
}

function AccountActs() {
  const t = useText('shop')
  const customer = useCustomer()
  const open = useOpen()
  const target = useTarget((state) => state.target)
  const isIn = useLive((live) => lanesOf(target).some((name) => live.shops[name][live.device].customer))
  return (
    <div className="set">
      <button
        type="button"
        className="btn"
        disabled={!open || !customer}
        onClick={() => customer && send({ act: 'sign-in', email: customer.email })}
      >
        <Icon name="person" />
        <span>{t('sign-in', { name: customer ? firstName(customer) : 'Mina' })}</span>
      </button>
      <button
        type="button"
        className="btn square"
        disabled={!open || !isIn}
        aria-label={t('sign-out')}
        title={t('sign-out')}
        onClick={() => send({ act: 'sign-out' })}
      >
        <Icon name="leave" />
      </button>
      <button type="button" className="btn" disabled={!open} onClick={() => send({ act: 'checkout' })}>
        <Icon name="bag" />
        {t('checkout')}
      </button>
    </div>
  )
}
