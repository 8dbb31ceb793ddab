/** Fills the cart line by line, and counts afterwards what really is there. */

import { clientOf } from '@/app/_live/requests/clients'
import { type Answer, isOk } from '@/app/_live/requests/http'
import { shopOf, useLive } from '@/app/_live/state/store'
import type { VisitorDevice } from '@/lib/reading/visitor-device'
import type { StrategyName } from '@/lib/strategies/strategy'

export interface FillReport {
  asked: number
  /** Adds that the shop answered with a cart. */
  acknowledged: number
  /** The answer that ended it early; null: all were acknowledged. */
  refusal: Answer | null
  /** Lines in the cart before, and as the shop answers now; null: it does not say. */
  before: number
  after: number | null
}

/** Stops at the first refusal: what a visitor would see. null: there is no sandbox. */
export async function fillCart(
  lane: StrategyName,
  device: VisitorDevice,
  lines: number,
): Promise<FillReport | null> {
  const shop = clientOf(lane, device)
  if (!shop) return null
  if (shopOf(lane, device).cart === null) await shop.ask({ act: 'cart.read' })
  const there = new Set(shopOf(lane, device).cart?.lines.map(({ sku }) => sku))
  const wanted = useLive
    .getState()
    .catalogue.filter(({ sku }) => !there.has(sku))
    .slice(0, lines)
  let refusal: Answer | null = null
  let acknowledged = 0
  for (const { sku } of wanted) {
    const answer = await shop.ask({ act: 'cart.add', sku, quantity: 1 })
    if (!isOk(answer)) refusal = answer
    if (refusal) break
    acknowledged++
  }
  return { asked: lines, acknowledged, refusal, before: there.size, after: await linesNow(lane, device) }
}

async function linesNow(lane: StrategyName, device: VisitorDevice): Promise<number | null> {
  const answer = await clientOf(lane, device)?.ask({ act: 'cart.read' })
  return answer && isOk(answer) ? (shopOf(lane, device).cart?.lines.length ?? 0) : null
}

/** Acknowledged lines that are not there: the browser let go of what the shop gave it. */
export const missing = ({ acknowledged, before, after }: FillReport): number =>
  after === null ? 0 : Math.max(0, before + acknowledged - after)
