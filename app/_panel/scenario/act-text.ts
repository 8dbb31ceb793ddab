/** An act of a link in words. */
import type { Text } from '@/lib/i18n/client'
import { addressOf, type ScenarioAct } from './acts'

/** `t`: catalogue `timeline`; `shop`: for the names of products and devices. */
export function actText(t: Text, shop: Text, act: ScenarioAct): string {
  return t(`scenario.act.${act.do}`, {
    user: 'user' in act ? addressOf(act.user) : '',
    product: 'sku' in act ? (shop.has(`product.${act.sku}`) ? shop(`product.${act.sku}`) : act.sku) : '',
    n: 'quantity' in act ? act.quantity : 'seconds' in act ? act.seconds : 0,
    device: 'device' in act ? shop(`device.${act.device}`) : '',
  })
}
