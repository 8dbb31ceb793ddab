'use client'
import { act } from '@/app/_live/requests/acts'
import { useLive } from '@/app/_live/state/store'
import { useWhyOff } from '@/app/_notices/act-button'
// Asks for the orders on a click: it is a request like any other.
import { useLocale, useText } from '@/lib/i18n/client'
import { clockTime, money } from '@/lib/reading/format'
import type { StrategyName } from '@/lib/strategies/strategy'
import { Ask } from './ask'

export function LaneOrders({ strategy }: { strategy: StrategyName }) {
  const t = useText('lane')
  const locale = useLocale()
  const device = useLive((live) => live.device)
  const orders = useLive((live) => live.shops[strategy][device].orders)
  const off = useWhyOff()
  return (
    <Ask
      id="ask-orders"
      title={t('orders')}
      ask={t(orders ? 'ask-again' : 'ask')}
      why={off}
      press={() => void act([strategy], device, { act: 'orders' })}
    >
      {orders?.length === 0 && <p className="mt-1.5 text-ink-3">{t('no-orders')}</p>}
      {orders && orders.length > 0 && (
        <ul className="mt-1.5">
          {orders.map((order) => (
            <li
              key={order.id}
              className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-2.5 border-t border-line py-1.5"
            >
              <span>{clockTime(order.createdAt, locale)}</span>
              <span className="text-ink-3">{t('order-lines', { count: order.lines.length })}</span>
              <b className="font-semibold">{money(order.total, order.currency ?? 'EUR', locale)}</b>
            </li>
          ))}
        </ul>
      )}
    </Ask>
  )
}
