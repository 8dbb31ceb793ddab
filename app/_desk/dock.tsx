'use client' // sends acts to the lanes

import { send } from '@/app/_live/requests/send-to-target'
import { useLive } from '@/app/_live/state/store'
import { lanesOf, type SendTarget, useTarget } from '@/app/_live/state/targets'
import { firstName, useCustomer } from '@/app/_live/state/use-customer'
import { ActButton, useWhyOff } from '@/app/_notices/act-button'
import { ClockControl } from '@/app/_shop/clock-control'
import { DeviceSwitch } from '@/app/_shop/device-switch'
import { ProductPicker } from '@/app/_shop/product-picker'
import { Icon } from '@/app/_ui/icon'
import { useText } from '@/lib/i18n/client'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { Desk } from './support-desk'

/** The lockstep bar: one act, sent to all lanes at once or to one. On a phone it is one row that is swiped. */
export function Dock() {
  return (
    <div className="z-5 border-b border-line bg-paper noscript:hidden print:hidden tall:tablet:sticky tall:tablet:top-0">
      <div className="relative mx-auto flex min-h-11.5 max-w-page flex-wrap items-center gap-1.5 px-gutter py-1.5 supports-[not(field-sizing:content)]:gap-1 [&_button]:px-2 max-tablet:scroll-pr-44 max-tablet:flex-nowrap max-tablet:overflow-x-auto">
        <SendTo />
        <AddButton sku="apple" path="add" />
        <AddButton sku="pear" className="max-tablet:hidden projector:hidden" />
        <ProductPicker />
        <AccountActs />
        <Desk />
        <div className="ml-auto flex items-center gap-1.5">
          <span className="contents projector:hidden">
            <DeviceSwitch compact />
          </span>
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
    <label className="relative flex flex-none items-center text-13 projector:hidden">
      <span className="sr-only">{t('send-to')}</span>
      <select
        className="h-7.5 appearance-none field-sizing-content supports-[not(field-sizing:content)]:w-28 rounded-2 border border-transparent bg-transparent pr-5 pl-1.5 font-semibold hover:bg-mark-1 max-tablet:h-10"
        value={target}
        onChange={(event) => useTarget.setState({ target: event.target.value as SendTarget })}
      >
        <option value="all">{t('all-lanes')}</option>
        {STRATEGIES.map((name) => (
          <option key={name} value={name}>
            {t('one-lane', { lane: name })}
          </option>
        ))}
      </select>
      <Icon name="down" className="pointer-events-none absolute right-1 size-3 stroke-[1.5]" />
    </label>
  )
}

function AddButton({ sku, path, className }: { sku: string; path?: string; className?: string }) {
  const t = useText('shop')
  const name = t(`product.${sku}`)
  return (
    <ActButton
      why={useWhyOff()}
      className={className}
      aria-label={t('add', { name })}
      data-path={path}
      onClick={() => send({ act: 'cart.add', sku, quantity: 1 })}
    >
      <Icon name="plus" />
      <span>{name}</span>
    </ActButton>
  )
}

function AccountActs() {
  const t = useText('shop')
  const told = useText('told')
  const customer = useCustomer()
  const off = useWhyOff()
  const target = useTarget((state) => state.target)
  const isIn = useLive((live) => lanesOf(target).some((name) => live.shops[name][live.device].customer))
  return (
    <>
      <ActButton
        why={off ?? (customer ? null : told('off.starting'))}
        data-path="sign-in"
        onClick={() => customer && send({ act: 'sign-in', email: customer.email })}
      >
        <Icon name="person" />
        <span>{t('sign-in', { name: customer ? firstName(customer) : 'Mina' })}</span>
      </ActButton>
      <ActButton
        className="projector:hidden"
        why={off ?? (isIn ? null : told('off.sign-in'))}
        onClick={() => send({ act: 'sign-out' })}
      >
        <span>{t('sign-out')}</span>
      </ActButton>
      <ActButton className="projector:hidden" why={off} onClick={() => send({ act: 'checkout' })}>
        <Icon name="bag" />
        <span>{t('checkout')}</span>
      </ActButton>
    </>
  )
}
