'use client'
import { act } from '@/app/_live/requests/acts'
import { useLive } from '@/app/_live/state/store'
import { useOpen } from '@/app/_live/state/use-open'
// Asks for the orders on a click: it is a request like any other.
import { useLocale, useText } from '@/lib/i18n/client'
import { clockTime, money } from '@/lib/reading/format'
import type { StrategyName } from '@/lib/strategies/strategy'

export function LaneOrders({ strategy }: { strategy: StrategyName }) {
  const t = useText('lane')
  const locale = useLocale()
  const device = useLive((live) => live.device)
  const orders = useLive((live) => live.shops[strategy][device].orders)
  const open = useOpen()
  return (
    <div className="ask">
      <h3>
        {t('orders')}
        <button
          type="button"
          className="btn sm"
          disabled={!open}
          onClick={() => void act([strategy], device, { act: 'orders' })}
        >
          {t(orders ? 'ask-again' : 'ask')}
        </button>
      </h3>
      {orders?.length === 0 && <p className="dim">{t('no-orders')}</p>}
      {orders && orders.length > 0 && (
        <ul>
          {orders.map((order) => (
            <li key={order.id}>
              <span>{clockTime(order.createdAt, locale)}</span>
              <span className="dim">{t('order-lines', { count: order.lines.length })}</span>
              <b>{money(order.total, order.currency ?? 'EUR', locale)}</b>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
