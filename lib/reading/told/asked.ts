/** What was asked of the shop, as the cause of what is told. Pure. */

import type { Action } from '@/lib/shop/operations'
import type { Device } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'
import { isLook, outcomeOf } from './outcome'
import type { Scene, Told, ToldSign, ToldWords } from './scene'

/** The same thing, asked from one device. */
export interface ToldAct {
  action: Action
  device: Device
  sku: string | null
  exchanges: Exchange[]
}

/** What was done; the reads and renewals that go with it do not count, unless there is nothing else. */
export function actionsOf(exchanges: readonly Exchange[]): ToldAct[] {
  const acts = exchanges.filter((one) => !isLook(one))
  const looks = exchanges.filter(({ action }) => action !== 'refresh')
  const found: ToldAct[] = []
  for (const exchange of [acts, looks, exchanges].find(({ length }) => length > 0) ?? []) {
    const { action, device } = exchange
    const sku = skuOf(exchange)
    const same = found.find((one) => one.action === action && one.device === device && one.sku === sku)
    if (same) same.exchanges.push(exchange)
    else found.push({ action, device, sku, exchanges: [exchange] })
  }
  return found
}

/** "Apple added", "Mina not signed in, on the phone" */
export function causeOf(words: ToldWords, asked: ToldAct, scene: Scene): Pick<Told, 'sign' | 'cause'> {
  const { t, product } = words
  const done = asked.exchanges.some((one) => outcomeOf(one) === 'let-in')
  const cause = t(`${done ? 'done' : 'not-done'}.${asked.action.replace('.', '-')}`, {
    product: asked.sku ? product(asked.sku) : t('product'),
    customer: nameOf(asked.exchanges.at(-1)!, scene) ?? t('somebody'),
  })
  const there =
    asked.device === scene.device ? cause : t('on', { cause, device: t(`device.${asked.device}`) })
  return { sign: SIGNS[asked.action] ?? 'bag', cause: there }
}

const SIGNS: Partial<Record<Action, ToldSign>> = {
  'sign-in': 'person',
  'sign-out': 'person',
  password: 'person',
  me: 'person',
  devices: 'device',
  'devices.end': 'power',
  refresh: 'browser',
  other: 'browser',
}

/** Who was to sign in, as the request says, or else the answer. */
function nameOf({ sent, answered }: Exchange, scene: Scene): string | null {
  const email = /"email":"([^"]+)"/.exec(sent?.text ?? '')?.[1] ?? answered?.customer?.email
  return email ? scene.nameOf(email) : null
}

function skuOf({ action, request, sent }: Exchange): string | null {
  if (action === 'cart.change' || action === 'cart.remove')
    return decodeURIComponent(request.target.split('/').at(-1)!)
  if (action !== 'cart.add' || !sent) return null
  return /"sku":"([a-z0-9-]+)"/.exec(sent.text)?.[1] ?? null
}

/** How many of what was added are in the cart now. */
export function totalIn(exchange: Exchange): { sku: string; quantity: number } | null {
  const sku = exchange.action === 'cart.remove' ? null : skuOf(exchange)
  return exchange.answered?.cart?.lines.find((line) => line.sku === sku) ?? null
}
