'use client' // reads the live store

import { useLocale, useText } from '@/lib/i18n/client'
import { money } from '@/lib/reading/format'
import type { StrategyName } from '@/lib/strategies/strategy'
import { AsItWas, PastCustomer } from '../past-shop-view'
import { useCartWords } from '../use-cart-words'
import { usePastShop } from '../use-past-shop'

/** The shop's line as it was at the chosen step. Nothing in it can be pressed. */
export function PastShopLine({ strategy }: { strategy: StrategyName }) {
  const past = usePastShop(strategy)
  const t = useText('shop')
  const timeline = useText('timeline')
  const locale = useLocale()
  const words = useCartWords()
  const { cart } = past
  const isEmpty = cart?.lines.length === 0
  return (
    <div className="flex min-h-7 flex-wrap items-center gap-x-2 text-13">
      <PastCustomer past={past} />
      <span className="text-ink-2">
        {!cart ? timeline(`past.${past.without ?? 'nothing'}`) : isEmpty ? t('empty') : words(cart)}
      </span>
      {cart && !isEmpty && <b className="font-semibold">{money(cart.total, cart.currency, locale)}</b>}
      <AsItWas />
    </div>
  )
}
