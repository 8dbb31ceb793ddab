'use client' // one lane's shop in one line: reads its state and sends its acts

import { type ReactNode, useId, useState } from 'react'
import { useLive } from '@/app/_live/state/store'
import type { ShopState } from '@/app/_live/state/types'
import { cx } from '@/app/_ui/cx'
import { Icon } from '@/app/_ui/icon'
import { later } from '@/app/_ui/later'
import { useLocale, useText } from '@/lib/i18n/client'
import { money } from '@/lib/reading/format'
import type { StrategyName } from '@/lib/strategies/strategy'
import { useCartWords } from '../use-cart-words'
import { whoOf, withoutCart } from '../who'

const SignInAgain = later(() => import('../sign-in-again').then((file) => file.SignInAgain))
const CartLines = later(() => import('../cart').then((file) => file.CartLines))

const PastShopLine = later(
  () => import('./past-shop-line').then((file) => file.PastShopLine),
  () => <div className="min-h-7" />,
)

/** Who, what lies in the cart, what it comes to: one line, which opens. */
export function ShopLine({ strategy }: { strategy: StrategyName }) {
  const device = useLive((live) => live.device)
  const shop = useLive((live) => live.shops[strategy][device])
  const past = useLive((live) => live.cursor !== null)
  if (past) return <PastShopLine strategy={strategy} />
  return (
    <div aria-busy={shop.busy} className="text-13">
      {shop.cart ? <Opening strategy={strategy} shop={shop} /> : <Closed strategy={strategy} shop={shop} />}
    </div>
  )
}

function Opening({ strategy, shop }: { strategy: StrategyName; shop: ShopState }) {
  const t = useText('shop')
  const locale = useLocale()
  const id = useId()
  const [open, setOpen] = useState(false)
  const words = useCartWords()
  const cart = shop.cart!
  const isEmpty = cart.lines.length === 0
  return (
    <>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        className="flex min-h-7 w-full items-center gap-2 text-left max-tablet:min-h-10"
        onClick={() => setOpen(!open)}
      >
        <ShopWho shop={shop} />
        <span className="min-w-0 flex-1 text-ink-2">{isEmpty ? t('empty') : words(cart)}</span>
        {!isEmpty && <b className="font-semibold">{money(cart.total, cart.currency, locale)}</b>}
        <Icon name="chevron" className={cx('size-3.5 stroke-[1.5] text-ink-3', open && 'rotate-90')} />
      </button>
      {shop.full && <p className="text-12 font-semibold">{t('full')}</p>}
      {open && (
        <div id={id} className="border-t border-line py-1">
          {isEmpty ? (
            <p className="py-1 text-ink-2">{t('empty-press')}</p>
          ) : (
            <CartLines strategy={strategy} cart={cart} />
          )}
        </div>
      )}
    </>
  )
}

/** No cart to open: the shop told of none. */
function Closed({ strategy, shop }: { strategy: StrategyName; shop: ShopState }) {
  const t = useText('shop')
  const starting = useLive((live) => live.phase === 'starting')
  const why = withoutCart(shop)!
  return (
    <p className="flex min-h-7 flex-wrap items-center gap-x-2 max-tablet:min-h-10">
      <ShopWho shop={shop} />
      {why === 'refused' ? (
        <>
          <span className="sr-only">{t('refused')}</span>
          <SignInAgain strategy={strategy} className="ml-auto" />
        </>
      ) : (
        <span className="text-ink-2">{t(starting ? 'phase.starting' : why)}</span>
      )}
    </p>
  )
}

function ShopWho({ shop }: { shop: ShopState }): ReactNode {
  const t = useText('shop')
  const who = whoOf(shop)
  if (who === 'unknown') return <Icon name="nobody" />
  return (
    <>
      <Icon name={who === 'customer' ? 'person' : 'nobody'} />
      <b className="font-semibold">{shop.customer?.name ?? t(who)}</b>
      {who === 'nobody' && shop.formerly && (
        <span className="text-ink-2">{t('was-here', { name: shop.formerly.split(' ')[0]! })}</span>
      )}
    </>
  )
}
