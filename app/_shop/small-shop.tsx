'use client' // one lane's shop: reads its state and sends its acts

import { act } from '@/app/_live/requests/acts'
import { refusesVisitor } from '@/app/_live/requests/patch-of'
import { useLive } from '@/app/_live/state/store'
import type { ShopState } from '@/app/_live/state/types'
import { useCustomer } from '@/app/_live/state/use-customer'
import { Icon } from '@/app/_ui/icon'
import { later } from '@/app/_ui/later'
import { ProductPicture } from '@/app/_ui/product-picture'
import { useLocale, useText } from '@/lib/i18n/client'
import { money } from '@/lib/reading/format'
import type { CartAnswer, CartLine } from '@/lib/shop/answers'
import type { StrategyName } from '@/lib/strategies/strategy'
import { productName } from './product-name'

const PastShopView = later(
  () => import('./past-shop-view').then((file) => file.PastShopView),
  () => <div className="shop past" />,
)

export function SmallShop({ strategy }: { strategy: StrategyName }) {
  const device = useLive((live) => live.device)
  const shop = useLive((live) => live.shops[strategy][device])
  const past = useLive((live) => live.cursor !== null)
  if (past) return <PastShopView strategy={strategy} />
  return (
    <div className="shop" aria-busy={shop.busy}>
      <Who shop={shop} />
      <Cart strategy={strategy} shop={shop} />
    </div>
  )
}

/** The shop does not say what is in the cart; after a reload nobody knows whose it was. */
const isRefused = ({ cart, last }: ShopState) => cart === null && last !== null && refusesVisitor(last)

function Who({ shop }: { shop: ShopState }) {
  const t = useText('shop')
  const device = t(`device.${useLive((live) => live.device)}`)
  const lost = !shop.customer && shop.formerly
  const refused = isRefused(shop)
  return (
    <p className="who">
      <Icon name={shop.customer ? 'person' : 'nobody'} />
      <b>{shop.customer?.name ?? t(lost || refused ? 'nobody' : 'guest')}</b>
      <span className="dim">{lost ? t('was', { name: lost, device }) : t('on-device', { device })}</span>
    </p>
  )
}

function Cart({ strategy, shop }: { strategy: StrategyName; shop: ShopState }) {
  const t = useText('shop')
  const device = useLive((live) => live.device)
  const customer = useCustomer()
  if (isRefused(shop))
    return (
      <div className="cart empty">
        <p>{t('refused')}</p>
        {customer && (
          <button
            type="button"
            className="btn sm"
            onClick={() => act([strategy], device, { act: 'sign-in', email: customer.email })}
          >
            {t('sign-in-again')}
          </button>
        )}
      </div>
    )
  if (!shop.cart || shop.cart.lines.length === 0)
    return <p className="cart empty">{t(shop.cart ? 'empty-press' : 'none')}</p>
  return (
    <>
      <Lines strategy={strategy} cart={shop.cart} />
      {shop.full && <p className="full">{t('full')}</p>}
    </>
  )
}

function Lines({ strategy, cart }: { strategy: StrategyName; cart: CartAnswer }) {
  const t = useText('shop')
  const locale = useLocale()
  return (
    <>
      <ul className="cart">
        {cart.lines.map((line) => (
          <Line key={line.sku} strategy={strategy} line={line} currency={cart.currency} />
        ))}
      </ul>
      <dl className="sums">
        {cart.discount > 0 && (
          <div>
            <dt>{t('discount')}</dt>
            <dd>{money(-cart.discount, cart.currency, locale)}</dd>
          </div>
        )}
        <div className="sum">
          <dt>{t('total')}</dt>
          <dd>{money(cart.total, cart.currency, locale)}</dd>
        </div>
      </dl>
    </>
  )
}

function Line({ strategy, line, currency }: { strategy: StrategyName; line: CartLine; currency: string }) {
  const t = useText('shop')
  const locale = useLocale()
  const device = useLive((live) => live.device)
  const name = productName(t, line)
  const less = () =>
    line.quantity > 1
      ? act([strategy], device, { act: 'cart.change', sku: line.sku, quantity: line.quantity - 1 })
      : act([strategy], device, { act: 'cart.remove', sku: line.sku })
  return (
    <li>
      <span className="name">
        <ProductPicture sku={line.sku} /> <span>{name}</span>
      </span>
      <span className="step">
        <button
          type="button"
          className="iconbtn"
          aria-label={t('less', { name, lane: strategy })}
          onClick={less}
        >
          <Icon name="minus" />
        </button>
        <b>{line.quantity}</b>
        <button
          type="button"
          className="iconbtn"
          aria-label={t('more', { name, lane: strategy })}
          onClick={() => act([strategy], device, { act: 'cart.add', sku: line.sku, quantity: 1 })}
        >
          <Icon name="plus" />
        </button>
      </span>
      <span className="p">{money(line.lineTotal, currency, locale)}</span>
    </li>
  )
}
