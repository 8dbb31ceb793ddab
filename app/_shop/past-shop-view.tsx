'use client' // reads the live store

import type { PastShop } from '@/app/_live/state/past-shop'
import { useChosen } from '@/app/_live/state/use-lane'
import { Icon } from '@/app/_ui/icon'
import { useLocale, useText } from '@/lib/i18n/client'
import { clockTime } from '@/lib/reading/format'
import type { StrategyName } from '@/lib/strategies/strategy'
import { CartLines } from './cart'
import { usePastShop } from './use-past-shop'

/** One lane's shop as it was at the chosen step. Nothing in it can be pressed. */
export function PastShopView({ strategy }: { strategy: StrategyName }) {
  const past = usePastShop(strategy)
  const t = useText('shop')
  const timeline = useText('timeline')
  const { cart, without } = past
  return (
    <div className="border-t border-line px-4 py-2 text-13">
      <AsItWas />
      <p className="flex min-h-6 items-center gap-1.5">
        <PastCustomer past={past} />
      </p>
      {cart && cart.lines.length > 0 ? (
        <CartLines strategy={strategy} cart={cart} past />
      ) : (
        <p className="py-1.5 text-ink-2">{cart ? t('empty') : timeline(`past.${without ?? 'nothing'}`)}</p>
      )}
    </div>
  )
}

/** "as it was at step 12, 10:31:05" */
export function AsItWas() {
  const t = useText('timeline')
  const locale = useLocale()
  const { step } = useChosen()
  const [first] = Object.values(step?.exchanges ?? {})
  if (!step || !first) return null
  return (
    <p className="border-l-3 border-ink-3 pl-2 text-12 text-ink-2">
      {t('past.mark', { n: step.index + 1, time: clockTime(first.sandboxAt, locale) })}
    </p>
  )
}

export function PastCustomer({ past: { customer, formerly, without } }: { past: PastShop }) {
  const t = useText('shop')
  const inspector = useText('inspector')
  const { step } = useChosen()
  const device = inspector(`device.${step?.device ?? 'laptop'}`)
  const nobody = formerly !== null || without === 'refused'
  return (
    <>
      <Icon name={customer ? 'person' : 'nobody'} />
      <b className="font-semibold">{customer?.name ?? t(nobody ? 'nobody' : 'guest')}</b>
      {formerly && <span className="text-ink-2">{t('was', { name: formerly, device })}</span>}
    </>
  )
}

/** Who it was, in the place of the account: what it could do belongs to now. */
export function PastAccount({ strategy }: { strategy: StrategyName }) {
  const t = useText('timeline')
  const { customer } = usePastShop(strategy)
  return (
    <div className="flex flex-wrap items-center gap-x-3 px-4 py-2">
      <span>
        <b>{customer?.name ?? t('past.nobody')}</b>
        <small className="ml-2 text-12 text-ink-3">{customer?.email}</small>
      </span>
      <AsItWas />
    </div>
  )
}
