'use client' // sends acts to the lanes

import { useText } from '@/lib/i18n/client'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { Icon } from '../_ui/icon'
import { act } from './acts'
import { ClockControl } from './clock-control'
import { DeviceSwitch } from './device-switch'
import { useLive } from './live'
import type { ShopAct } from './live-types'
import { ProductPicker } from './product-picker'
import { Desk } from './support-desk'
import { lanesOf, type Target, useTarget } from './targets'
import { firstName, useCustomer } from './use-customer'
import { useOpen } from './use-open'

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

/** Sends to the chosen lanes from the chosen device, all in the same tick. */
export function send(shopAct: ShopAct): void {
  void act(lanesOf(useTarget.getState().target), useLive.getState().device, shopAct)
}

function SendTo() {
  const t = useText('shop')
  const target = useTarget((state) => state.target)
  return (
    <label className="send-to">
      <span className="label">{t('send-to')}</span>
      <select
        value={target}
        onChange={(event) => useTarget.setState({ target: event.target.value as Target })}
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
      onClick={() => send({ act: 'add', sku })}
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
