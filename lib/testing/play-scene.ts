/** Plays the acts of a link by real requests, as the page does. */
import { ownSocket, sendToSelf, setSelf } from '@/lib/client/self'
import type { Transport } from '@/lib/client/transport'
import type { Seen } from '@/lib/reading/observed/readings'
import type { DialChange } from '@/lib/sandbox/world/settings'
import { addressOf, FORMS, type ScenarioAct } from '@/lib/scenario/acts'
import { OPERATIONS, type ShopOperation } from '@/lib/shop/operations'
import { type Device, STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { maskExchange } from '@/lib/trace/export/mask'
import type { Exchange } from '@/lib/trace/model/exchange'
import type { watchedShop } from './watched-shop'

type Shop = ReturnType<typeof watchedShop>
type Client = ReturnType<Shop['client']>

interface Scene {
  scene: readonly ScenarioAct[]
  /** null: in all three. */
  lane: StrategyName | null
  dials?: DialChange
}

/** @returns the last exchange of each lane, as its owner is told of it. @throws where no act is a request */
export async function playScene(shop: Shop, { scene, lane, dials = {} }: Scene): Promise<Seen> {
  setSelf(shop.origin)
  const seen: Seen = {}
  for (const one of lane ? [lane] : STRATEGIES) {
    if (dials[one]) await shop.world.turn(one, dials[one])
    seen[one] = maskExchange(await playIn(shop, one, scene))
  }
  return seen
}

async function playIn(shop: Shop, lane: StrategyName, acts: readonly ScenarioAct[]): Promise<Exchange> {
  const clients = new Map<Device, Client>()
  const transport = oneConnection()
  let device: Device = 'laptop'
  let last: Exchange | null = null
  for (const act of acts) {
    if (act.do === 'device') device = act.device
    else if (act.do === 'clock') shop.world.later(act.seconds)
    else if (act.do === 'force-sign-out')
      await shop.world.desk('POST', 'force-sign-out', { email: addressOf(act.user), strategy: lane })
    else {
      const client = clients.get(device) ?? shop.client(lane, device, transport)
      clients.set(device, client)
      last = await asked(shop, client, act)
    }
  }
  if (!last) throw new Error('nothing was asked')
  return last
}

/** As a browser that asks one thing after another. */
function oneConnection(): Transport {
  const agent = ownSocket()
  return (asked) => sendToSelf({ ...asked, agent })
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
  // Memory is cleared with the sign-in.
  if (act.do === 'sign-out') client.held.accessToken = null
  return recorded
}
