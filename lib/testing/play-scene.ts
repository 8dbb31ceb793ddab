/** Plays the acts of a link in one lane by real requests, as its page does. */
import { addressOf, FORMS, type ScenarioAct } from '@/lib/scenario/acts'
import { OPERATIONS, type ShopOperation } from '@/lib/shop/operations'
import type { Device, StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'
import type { watchedShop } from './watched-shop'

type Shop = ReturnType<typeof watchedShop>
type Client = ReturnType<Shop['client']>

/** @returns the last exchange. @throws where no act is a request */
export async function playScene(
  shop: Shop,
  lane: StrategyName,
  acts: readonly ScenarioAct[],
): Promise<Exchange> {
  const clients = new Map<Device, Client>()
  let device: Device = 'laptop'
  let last: Exchange | null = null
  for (const act of acts) {
    if (act.do === 'device') device = act.device
    else if (act.do === 'clock') shop.world.later(act.seconds)
    else if (act.do === 'force-sign-out')
      await shop.world.desk('POST', 'force-sign-out', { email: addressOf(act.user), strategy: lane })
    else {
      const client = clients.get(device) ?? shop.client(lane, device)
      clients.set(device, client)
      last = await asked(shop, client, act)
    }
  }
  if (!last) throw new Error('nothing was asked')
  return last
}

/** An expired access token is renewed once, and the request sent again. */
async function asked(shop: Shop, client: Client, act: ScenarioAct): Promise<Exchange> {
  const first = await sent(shop, client, act)
  if (first.problem !== 'credential_expired' || first.strategy !== 'jwt') return first
  const renewed = await client.post('refresh')
  return renewed.response?.status === 200 ? sent(shop, client, act) : renewed
}

async function sent(shop: Shop, client: Client, act: ScenarioAct): Promise<Exchange> {
  if (act.do === 'sign-in') return client.signIn(act.user)
  const operation = FORMS.get(act.do)!.operation as ShopOperation
  const { method, path } = OPERATIONS[operation]
  const { do: _, ...said } = act
  const { sku, ...body } = said as { sku?: string }
  const inPath = path.includes('[sku]')
  const recorded = shop.nextExchange()
  const text = method === 'GET' || method === 'DELETE' ? undefined : inPath ? body : said
  await client.held.send(method, path.replace('[sku]', sku ?? ''), text)
  return recorded
}
