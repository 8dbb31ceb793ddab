import { type Caller, ordersOf, ownOrdersOf } from '@/lib/labs/where/asked'
import type { OrderAnswer } from '@/lib/shop/answers'

/** Reads whatever it is asked for: somebody else has to have looked. */
export async function Orders({ user, given }: { user: string; given: Caller }) {
  return <OrderList orders={await ordersOf(user, given)} />
}

/** Looks for itself. */
export async function OwnOrders({ user, given }: { user: string; given: Caller }) {
  const orders = await ownOrdersOf(user, given)
  return orders && <OrderList orders={orders} />
}

function OrderList({ orders }: { orders: OrderAnswer[] }) {
  return (
    <ol>
      {orders.map(({ id, lines }) => (
        <li key={id} data-order={id}>
          {lines.map(({ sku, quantity }) => `${quantity} × ${sku}`).join(', ')}
        </li>
      ))}
    </ol>
  )
}
