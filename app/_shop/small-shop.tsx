'use client' // one lane's shop: reads its state and sends its acts

import { useLive } from '@/app/_live/state/store'
import type { ShopState } from '@/app/_live/state/types'
import { Icon } from '@/app/_ui/icon'
import { later } from '@/app/_ui/later'
import { useText } from '@/lib/i18n/client'
import type { StrategyName } from '@/lib/strategies/strategy'
import { whoOf, withoutCart } from './who'

const SignInAgain = later(() => import('./sign-in-again').then((file) => file.SignInAgain))
const CartLines = later(
  () => import('./cart').then((file) => file.CartLines),
  () => <div className="min-h-12" />,
)
const PastShopView = later(
  () => import('./past-shop-view').then((file) => file.PastShopView),
  () => <div className="min-h-15" />,
)

/** On the page of one lane, where there is room: who, and every line of the cart. */
export function SmallShop({ strategy }: { strategy: StrategyName }) {
  const device = useLive((live) => live.device)
  const shop = useLive((live) => live.shops[strategy][device])
  const past = useLive((live) => live.cursor !== null)
  if (past) return <PastShopView strategy={strategy} />
  return (
    <div aria-busy={shop.busy} className="border-t border-line px-4 py-2 text-13">
      <Name shop={shop} />
      <Cart strategy={strategy} shop={shop} />
    </div>
  )
}

function Name({ shop }: { shop: ShopState }) {
  const t = useText('shop')
  const device = t(`device.${useLive((live) => live.device)}`)
  const who = whoOf(shop)
  if (who === 'unknown') return null
  return (
    <p className="flex min-h-6 items-center gap-1.5">
      <Icon name={who === 'customer' ? 'person' : 'nobody'} />
      <b className="font-semibold">{shop.customer?.name ?? t(who)}</b>
      <span className="text-ink-2">
        {shop.formerly ? t('was', { name: shop.formerly, device }) : t('on-device', { device })}
      </span>
    </p>
  )
}

function Cart({ strategy, shop }: { strategy: StrategyName; shop: ShopState }) {
  const t = useText('shop')
  const { cart, full } = shop
  if (!cart)
    return (
      <div className="grid justify-items-start gap-2 py-1.5 text-ink-2">
        <p>{t(withoutCart(shop)!)}</p>
        {withoutCart(shop) === 'refused' && <SignInAgain strategy={strategy} />}
      </div>
    )
  if (cart.lines.length === 0) return <p className="py-1.5 text-ink-2">{t('empty-press')}</p>
  return (
    <>
      <CartLines strategy={strategy} cart={cart} />
      {full && <p className="py-1 text-12 font-semibold">{t('full')}</p>}
    </>
  )
}
