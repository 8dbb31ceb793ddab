'use client' // sends acts to one lane

import { act } from '@/app/_live/requests/acts'
import { useLive } from '@/app/_live/state/store'
import { buttonClass } from '@/app/_ui/button'
import { cx } from '@/app/_ui/cx'
import { Icon } from '@/app/_ui/icon'
import { ProductPicture } from '@/app/_ui/product-picture'
import { useLocale, useText } from '@/lib/i18n/client'
import { money } from '@/lib/reading/format'
import type { CartAnswer, CartLine } from '@/lib/shop/answers'
import type { StrategyName } from '@/lib/strategies/strategy'
import { productName } from './product-name'
import { focusResult } from './result-place'

const LINE = 'grid min-h-7 grid-cols-[minmax(0,1fr)_auto_4rem] items-center gap-x-2 text-13'

/** The lines of a cart and their sum. `past`: as it was, so nothing in it can be pressed. */
export function CartLines({
  strategy,
  cart,
  past = false,
}: {
  strategy: StrategyName
  cart: CartAnswer
  past?: boolean
}) {
  const t = useText('shop')
  const locale = useLocale()
  return (
    <ul>
      {cart.lines.map((line) => (
        <li key={line.sku} className={LINE}>
          <span className="flex min-w-0 items-center gap-1.5">
            <ProductPicture sku={line.sku} />
            <span>{productName(t, line)}</span>
          </span>
          <Quantity strategy={strategy} line={line} past={past} />
          <span className="text-right">{money(line.lineTotal, cart.currency, locale)}</span>
        </li>
      ))}
      <Sum name={t('discount')} cents={-cart.discount} currency={cart.currency} />
      <Sum name={t('total')} cents={cart.total} currency={cart.currency} total />
    </ul>
  )
}

interface SumProps {
  name: string
  cents: number
  currency: string
  total?: boolean
}

function Sum({ name, cents, currency, total = false }: SumProps) {
  const locale = useLocale()
  if (cents === 0 && !total) return null
  return (
    <li className={cx(LINE, total ? 'font-semibold' : 'text-ink-2')}>
      <span className="col-span-2">{name}</span>
      <span className="text-right">{money(cents, currency, locale)}</span>
    </li>
  )
}

interface QuantityProps {
  strategy: StrategyName
  line: CartLine
  past: boolean
}

function Quantity({ strategy, line, past }: QuantityProps) {
  const t = useText('shop')
  const device = useLive((live) => live.device)
  const name = productName(t, line)
  const { sku, quantity } = line
  const times = (
    <b className="min-w-5 text-center font-semibold">
      <span>{quantity}</span>
      <span className="sr-only">{` ${name}`}</span>
    </b>
  )
  if (past) return times
  const less = () => {
    if (quantity > 1) return act([strategy], device, { act: 'cart.change', sku, quantity: quantity - 1 })
    focusResult(strategy)
    return act([strategy], device, { act: 'cart.remove', sku })
  }
  const press = cx(buttonClass({ look: 'quiet', size: 'square' }), 'print:hidden')
  return (
    <span className="flex items-center">
      <button type="button" className={press} aria-label={t('less', { name, lane: strategy })} onClick={less}>
        <Icon name="minus" className="size-3 stroke-[1.5]" />
      </button>
      {times}
      <button
        type="button"
        className={press}
        aria-label={t('more', { name, lane: strategy })}
        onClick={() => act([strategy], device, { act: 'cart.add', sku, quantity: 1 })}
      >
        <Icon name="plus" className="size-3 stroke-[1.5]" />
      </button>
    </span>
  )
}
