'use client'
import { act } from '@/app/_live/requests/acts'
import { useLive } from '@/app/_live/state/store'
import { sayOnly } from '@/app/_live/state/told'
import { ActButton, useWhyOff } from '@/app/_notices/act-button'
import { productName } from '@/app/_shop/product-name'
import { SmallShop } from '@/app/_shop/small-shop'
import { Card } from '@/app/_ui/card/card'
import { Icon } from '@/app/_ui/icon'
import { ProductPicture } from '@/app/_ui/product-picture'
// Sends acts to this lane only.
import { useLocale, useText } from '@/lib/i18n/client'
import { money } from '@/lib/reading/format'
import type { StrategyName } from '@/lib/strategies/strategy'

const CURRENCY = 'EUR'

/** The featured eight, the cart, and the way to the till. */
export function LaneShop({ strategy }: { strategy: StrategyName }) {
  const t = useText('lane')
  return (
    <Card
      id="h-shop"
      icon="bag"
      title={t('tab.shop')}
      aside={<Till strategy={strategy} />}
      className="border-t-3 border-t-lane"
    >
      <Shelf strategy={strategy} />
      <SmallShop strategy={strategy} />
    </Card>
  )
}

function Till({ strategy }: { strategy: StrategyName }) {
  const shop = useText('shop')
  const device = useLive((live) => live.device)
  const filled = useLive((live) => (live.shops[strategy][device].cart?.lines.length ?? 0) > 0)
  const off = useWhyOff()
  return (
    <ActButton
      size="sm"
      why={off ?? (filled ? null : shop('empty'))}
      onClick={() => void act([strategy], device, { act: 'checkout' })}
    >
      <span>{shop('checkout')}</span>
    </ActButton>
  )
}

/** The whole tile is the button; a row is kept for as many as there will be. */
function Shelf({ strategy }: { strategy: StrategyName }) {
  const t = useText('shop')
  const lane = useText('lane')
  const locale = useLocale()
  const catalogue = useLive((live) => live.catalogue)
  const device = useLive((live) => live.device)
  const off = useWhyOff()
  return (
    <ul aria-label={lane('shelf')} className="grid grid-cols-4 empty:min-h-36 print:hidden">
      {catalogue
        .filter(({ featured }) => featured)
        .map((product) => (
          <li key={product.sku} className="border-line not-nth-[4n+1]:border-l nth-[n+5]:border-t">
            <button
              type="button"
              aria-disabled={off !== null || undefined}
              className="grid w-full justify-items-center px-1 py-1.5 text-12 leading-tight hover:bg-mark-1 focus-visible:-outline-offset-2 aria-disabled:cursor-not-allowed aria-disabled:text-ink-3"
              onClick={() =>
                off === null
                  ? void act([strategy], device, { act: 'cart.add', sku: product.sku, quantity: 1 })
                  : sayOnly(off)
              }
            >
              <span className="relative">
                <ProductPicture sku={product.sku} large />
                <Icon name="plus" className="absolute top-0 -right-4 size-3 stroke-[1.5] text-ink-2" />
              </span>
              <b className="font-semibold">{productName(t, product)}</b>
              <small className="text-12 text-ink-3">{money(product.unitPrice, CURRENCY, locale)}</small>
              <span className="sr-only">{lane('add')}</span>
            </button>
          </li>
        ))}
    </ul>
  )
}
