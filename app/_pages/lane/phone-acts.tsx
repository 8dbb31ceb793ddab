'use client'
// Above the views of a phone: what makes something to see, without going to the shop and back.
import { Desk } from '@/app/_desk/support-desk'
import { act } from '@/app/_live/requests/acts'
import { useLive } from '@/app/_live/state/store'
import { firstName, useCustomer } from '@/app/_live/state/use-customer'
import { ActButton, useWhyOff } from '@/app/_notices/act-button'
import { Icon } from '@/app/_ui/icon'
import { useText } from '@/lib/i18n/client'
import type { StrategyName } from '@/lib/strategies/strategy'

const SKU = 'apple'

export function PhoneActs({ strategy }: { strategy: StrategyName }) {
  const t = useText('shop')
  const device = useLive((live) => live.device)
  const isIn = useLive((live) => live.shops[strategy][device].customer !== null)
  const demo = useCustomer()
  const off = useWhyOff()
  const name = t(`product.${SKU}`)
  const account = () =>
    void act([strategy], device, isIn ? { act: 'sign-out' } : { act: 'sign-in', email: demo!.email })
  return (
    <div className="flex flex-wrap items-center gap-1.5 py-1 tablet:hidden noscript:hidden print:hidden">
      <ActButton
        size="sm"
        why={off}
        aria-label={t('add', { name })}
        onClick={() => void act([strategy], device, { act: 'cart.add', sku: SKU, quantity: 1 })}
      >
        <Icon name="plus" />
        <span>{name}</span>
      </ActButton>
      <ActButton size="sm" why={off} onClick={account}>
        <Icon name={isIn ? 'leave' : 'person'} />
        <span>{isIn ? t('sign-out') : t('sign-in', { name: demo ? firstName(demo) : 'Mina' })}</span>
      </ActButton>
      <Desk />
    </div>
  )
}
