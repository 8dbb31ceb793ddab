/** Which carts a page asks for without being told: those it shows and does not know. */

import type { VisitorDevice } from '@/lib/reading/visitor-device'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { heldIn } from '../connection/hints'
import { useLive } from '../state/store'
import { clientOf } from './clients'

/** The lanes of the page that is open. */
let onPage: readonly StrategyName[] = STRATEGIES

export function showOnPage(lanes: readonly StrategyName[]): void {
  onPage = lanes
}

export async function readUnread(): Promise<void> {
  const { device } = useLive.getState()
  await Promise.all(onPage.filter((lane) => isUnread(lane, device)).map((lane) => readShop(lane, device)))
}

/** Never asked for, or one customer's cart that the other device shows otherwise: it is kept by customer (jwt). */
function isUnread(lane: StrategyName, device: VisitorDevice): boolean {
  const { dials, shops } = useLive.getState()
  const { [device]: here, [otherThan(device)]: there } = shops[lane]
  if (here.last === null) return true
  const byCustomer = lane === 'jwt' && dials.jwt.cartIn === 'row'
  const shared = byCustomer && here.customer !== null && here.customer.email === there.customer?.email
  return shared && JSON.stringify(here.cart) !== JSON.stringify(there.cart)
}

const otherThan = (device: VisitorDevice) => (device === 'laptop' ? 'phone' : 'laptop')

/** After a reload the page knows nothing: who is it, where one was signed in, and what is in the cart. */
export async function readShop(lane: StrategyName, device: VisitorDevice): Promise<void> {
  const { sandbox, shops } = useLive.getState()
  if (!sandbox) return
  const unknown = shops[lane][device].last === null && heldIn(sandbox.id, lane, device) === 'customer'
  const shop = clientOf(lane, device)
  await Promise.all([unknown && shop?.ask({ act: 'me' }), shop?.ask({ act: 'cart.read' })])
}
