/** The shop clients of the current sandbox, one for each lane and device, made at first use. */

import { VISITOR_DEVICES, type VisitorDevice } from '@/lib/reading/visitor-device'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { heldIn } from '../connection/hints'
import { hear } from '../connection/tabs'
import { isOnScreen, patchShop, shopOf, useLive } from '../state/store'
import { ShopClient } from './shop-client'

const clients = new Map<string, ShopClient>()

/** null: there is no sandbox yet. */
export function clientOf(strategy: StrategyName, device: VisitorDevice): ShopClient | null {
  const { sandbox } = useLive.getState()
  if (!sandbox) return null
  const key = `${strategy}/${device}`
  const client = clients.get(key) ?? new ShopClient(sandbox.id, strategy, device)
  clients.set(key, client)
  return client
}

/** All of them hear what other tabs did; call once a sandbox is there. */
export function openClients(): void {
  for (const strategy of STRATEGIES) for (const device of VISITOR_DEVICES) clientOf(strategy, device)
}

export function closeClients(): void {
  for (const client of clients.values()) client.close()
  clients.clear()
}

export function holdsSignIn(strategy: StrategyName, device: VisitorDevice, email?: string): boolean {
  const { customer, last } = shopOf(strategy, device)
  if (customer) return email === undefined || customer.email === email
  // Not asked since the last reload: the hint does not say who.
  const { sandbox } = useLive.getState()
  return last === null && sandbox !== null && heldIn(sandbox.id, strategy, device) === 'customer'
}

/** A sign-in, a sign-out or a changed cart in another tab reaches this one. */
export function followOtherTabs(): () => void {
  return hear((message) => {
    if (message.kind !== 'shop' || !isOnScreen(message.sandbox)) return
    patchShop(message.strategy, message.device, message.patch)
  })
}
