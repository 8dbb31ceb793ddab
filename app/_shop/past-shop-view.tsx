'use client' // reads the live store

import { useMemo } from 'react'
import { type PastShop, pastShop } from '@/app/_live/state/past-shop'
import { useChosen } from '@/app/_live/state/use-lane'
import { Icon } from '@/app/_ui/icon'
import { ProductPicture } from '@/app/_ui/product-picture'
import { type Text, useLocale, useText } from '@/lib/i18n/client'
import { clockTime, money } from '@/lib/reading/format'
import type { CartAnswer } from '@/lib/shop/answers'
import type { StrategyName } from '@/lib/strategies/strategy'
import { productName } from './product-name'

/** One lane's shop as it was at the chosen step. Nothing in it can be pressed. */
export function PastShopView({ strategy }: { strategy: StrategyName }) {
  const { steps, step } = useChosen()
  const index = step?.index ?? -1
  const device = step?.device ?? 'laptop'
  const past = useMemo(
    () => pastShop(steps.slice(0, index + 1), strategy, device),
    [steps, index, strategy, device],
  )
  return (
    <div className="shop past">
      <AsItWas />
      <PastCustomer past={past} />
      {past.cart ? <PastCart cart={past.cart} /> : <Without why={past.without} />}
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
    <p className="aswas">{t('past.mark', { n: step.index + 1, time: clockTime(first.sandboxAt, locale) })}</p>
  )
}

function PastCustomer({ past: { customer, formerly, without } }: { past: PastShop }) {
  const t = useText('shop')
  const inspector = useText('inspector')
  const { step } = useChosen()
  const device = inspector(`device.${step?.device ?? 'laptop'}`)
  const nobody = formerly !== null || without === 'refused'
  return (
    <p className="who">
      <Icon name={customer ? 'person' : 'nobody'} />
      <b>{customer?.name ?? t(nobody ? 'nobody' : 'guest')}</b>
      <span className="dim">
        {formerly ? t('was', { name: formerly, device }) : t('on-device', { device })}
      </span>
    </p>
  )
}

function Without({ why }: { why: PastShop['without'] }) {
  const t = useText('timeline')
  return <p className="cart empty">{t(`past.${why ?? 'nothing'}`)}</p>
}

function PastCart({ cart }: { cart: CartAnswer }) {
  const t = useText('shop')
  const locale = useLocale()
  if (cart.lines.length === 0) return <p className="cart empty">{t('empty')}</p>
  return (
    <>
      <ul className="cart">
        {cart.lines.map((line) => (
          <li key={line.sku}>
            <span className="name">
              <ProductPicture sku={line.sku} /> <span>{productName(t, line)}</span>
            </span>
            <b className="step">{line.quantity}</b>
            <span className="p">{money(line.lineTotal, cart.currency, locale)}</span>
          </li>
        ))}
      </ul>
      <Sums t={t} cart={cart} />
    </>
  )
}

function Sums({ t, cart: { discount, total, currency } }: { t: Text; cart: CartAnswer }) {
  const locale = useLocale()
  return (
    <dl className="sums">
      {discount > 0 && (
        <div>
          <dt>{t('discount')}</dt>
          <dd>{money(-discount, currency, locale)}</dd>
        </div>
      )}
      <div className="sum">
        <dt>{t('total')}</dt>
        <dd>{money(total, currency, locale)}</dd>
      </div>
    </dl>
  )
}

/** Who it was, in the place of the account: what it could do belongs to now. */
export function PastAccount({ strategy }: { strategy: StrategyName }) {
  const t = useText('timeline')
  const { steps, step } = useChosen()
  const past = pastShop(steps.slice(0, (step?.index ?? -1) + 1), strategy, step?.device ?? 'laptop')
  return (
    <div className="acc past">
      <span>
        <b>{past.customer?.name ?? t('past.nobody')}</b>
        <small>{past.customer?.email}</small>
      </span>
      <AsItWas />
    </div>
  )
}
