/** Many adds in the same moment, as from as many tabs. In which lanes are all of them there afterwards? */

import { clientOf } from '@/app/_live/requests/clients'
import { type Answer, isOk } from '@/app/_live/requests/http'
import { shopOf } from '@/app/_live/state/store'
import type { VisitorDevice } from '@/lib/reading/visitor-device'
import { MOST_QUANTITY } from '@/lib/shop/cart'
import type { StrategyName } from '@/lib/strategies/strategy'

export interface AtOnce {
  sent: number
  acknowledged: number
  /** The first that was not acknowledged. */
  refusal: Answer | null
  /** How many of those acknowledged are in the cart; null: the shop does not say. */
  there: number | null
}

const SKU = 'apple'

/** null: there is no sandbox, or no cart to begin with. */
export async function addAtOnce(
  lane: StrategyName,
  device: VisitorDevice,
  times: number,
): Promise<AtOnce | null> {
  const shop = clientOf(lane, device)
  const before = shop && (await quantityToStartFrom(lane, device, times))
  if (!shop || before === null) return null
  const answers = await shop.askAtOnce({ act: 'cart.add', sku: SKU, quantity: 1 }, times)
  const read = await shop.ask({ act: 'cart.read' })
  return {
    sent: times,
    acknowledged: answers.filter(isOk).length,
    refusal: answers.find((answer) => !isOk(answer)) ?? null,
    there: isOk(read) ? quantityIn(lane, device) - before : null,
  }
}

/** A first add makes the visit that the others meet in: without one, each would begin a cart of its own. */
async function quantityToStartFrom(lane: StrategyName, device: VisitorDevice, times: number) {
  const ask = (request: Parameters<NonNullable<ReturnType<typeof clientOf>>['ask']>[0]) =>
    clientOf(lane, device)?.ask(request)
  await ask({ act: 'cart.read' })
  if (quantityIn(lane, device) === 0) await ask({ act: 'cart.add', sku: SKU, quantity: 1 })
  if (quantityIn(lane, device) + times > MOST_QUANTITY)
    await ask({ act: 'cart.change', sku: SKU, quantity: 1 })
  return quantityIn(lane, device) || null
}

function quantityIn(lane: StrategyName, device: VisitorDevice): number {
  return shopOf(lane, device).cart?.lines.find(({ sku }) => sku === SKU)?.quantity ?? 0
}
