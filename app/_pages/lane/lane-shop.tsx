'use client'
import { act } from '@/app/_live/requests/acts'
import { useLive } from '@/app/_live/state/store'
import { useShownDevice } from '@/app/_live/state/use-lane'
import { useOpen } from '@/app/_live/state/use-open'
import { productName } from '@/app/_shop/product-name'
import { SmallShop } from '@/app/_shop/small-shop'
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
  const shop = useText('shop')
  const inspector = useText('inspector')
  const device = useLive((live) => live.device)
  const shown = useShownDevice()
  const filled = useLive((live) => (live.shops[strategy][device].cart?.lines.length ?? 0) > 0)
  const open = useOpen()
  return (
    <section className="card" aria-labelledby="h-shop">
      <h2 id="h-shop">
        <Icon name="bag" />
        {t('tab.shop')}
        <span className="b">{shop('on-device', { device: inspector(`device.${shown}`) })}</span>
      </h2>
      <Shelf strategy={strategy} />
      <SmallShop strategy={strategy} />
      <div className="till">
        <button
          type="button"
          className="btn"
          disabled={!open || !filled}
          onClick={() => void act([strategy], device, { act: 'checkout' })}
        >
          {shop('checkout')}
        </button>
      </div>
    </section>
  )
}

function Shelf({ strategy }: { strategy: StrategyName }) {
  const t = useText('shop')
  const lane = useText('lane')
  const locale = useLocale()
  const catalogue = useLive((live) => live.catalogue)
  const device = useLive((live) => live.device)
  const open = useOpen()
  return (
    <ul className="prods">
      {catalogue
        .filter(({ featured }) => featured)
        .map((product) => {
          const name = productName(t, product)
          return (
            <li key={product.sku}>
              <button
                type="button"
                disabled={!open}
                onClick={() =>
                  void act([strategy], device, { act: 'cart.add', sku: product.sku, quantity: 1 })
                }
              >
                <ProductPicture sku={product.sku} large />
                <span>
                  <b>{name}</b>
                  <small>{money(product.unitPrice, CURRENCY, locale)}</small>
                </span>
                <span className="vh">{lane('add')}</span>
                <Icon name="plus" />
              </button>
            </li>
          )
        })}
    </ul>
  )
}
