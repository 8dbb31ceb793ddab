/** An act of a link in words. */
import type { Text } from '@/lib/i18n/client'
import { addressOf, type ScenarioAct } from '@/lib/scenario/acts'

/** `shop`: the catalogue of that name. */
export function actText(shop: Text, act: ScenarioAct): string {
  return shop(`scenario.act.${act.do}`, {
    user: 'user' in act ? addressOf(act.user) : '',
    product: 'sku' in act ? (shop.has(`product.${act.sku}`) ? shop(`product.${act.sku}`) : act.sku) : '',
    n: 'quantity' in act ? act.quantity : 'seconds' in act ? act.seconds : 0,
    device: 'device' in act ? shop(`device.${act.device}`) : '',
  })
}
