/** A sandbox behind a real HTTP server with the wire tap on: each request comes back as the exchange that was recorded. */
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { ShopClient } from '@/lib/client/shop-client'
import { byFetch, type Transport } from '@/lib/client/transport'
import type { Device, StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'
import { timelineOf } from '@/lib/trace/publish/timeline'
import { startWireTap } from '@/lib/trace/record/wiretap'
import { serveApi } from './http-api'
import { type FreshSandbox, freshSandbox } from './sandbox'

/** For the top of a test file: `world` is a new sandbox in each test. */
export function watchedShop() {
  let stopTap: () => void
  let api: Awaited<ReturnType<typeof serveApi>>
  let world: FreshSandbox
  beforeAll(async () => {
    stopTap = startWireTap()
    api = await serveApi()
  })
  afterAll(async () => {
    await api.close()
    stopTap()
  })
  beforeEach(async () => {
    world = await freshSandbox()
  })
  return {
    get world() {
      return world
    },
    get origin() {
      return api.origin
    },
    nextExchange: () => nextExchangeOf(world),
    client: (strategy: StrategyName, device: Device = 'laptop', transport = byFetch(() => api.origin)) =>
      watchedClient(transport, world, strategy, device),
  }
}

function nextExchangeOf({ sandbox }: FreshSandbox): Promise<Exchange> {
  return new Promise((resolve) => {
    const end = timelineOf(sandbox.id)!.subscribe((event) => {
      if (event.type !== 'exchange') return
      end()
      resolve(event.exchange)
    })
  })
}

/** A client whose requests come back as what was recorded of them. */
function watchedClient(transport: Transport, world: FreshSandbox, strategy: StrategyName, device: Device) {
  const { sandbox, passwordOf } = world
  const held = new ShopClient({ strategy, sandbox: sandbox.id, device, transport })
  const seen = async (asked: (client: ShopClient) => Promise<unknown>): Promise<Exchange> => {
    const recorded = nextExchangeOf(world)
    await asked(held)
    held.credentials = 'include'
    return recorded
  }
  return {
    /** What it sends, and keeps of what it is given. */
    held,
    get: (path: string) => seen((client) => client.get(path)),
    post: (path: string, body: object = {}) =>
      seen((client) => {
        // As the page: the refresh cookie goes alone, but where the shop wants the old token as well.
        if (path === 'refresh' && !sandbox.dials.jwt.sendExpired) client.credentials = 'cookies'
        return client.post(path, body)
      }),
    add: (sku?: string) => seen((client) => client.add(sku)),
    signIn: (id = 'mina') =>
      seen((client) => client.signIn({ email: `${id}@shop.example`, password: passwordOf(id) })),
  }
}

/** Everything it holds that lets in. */
export const secretsOf = ({ jar, accessToken }: ShopClient): string[] => [
  ...jar.cookies.map(({ value }) => value),
  ...(accessToken === null ? [] : [accessToken]),
]
