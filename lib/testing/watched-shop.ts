/** A sandbox behind a real HTTP server with the wire tap on: each request comes back as the exchange that was recorded. */
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { StrategyName } from '@/lib/strategies/strategy'
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
    client: (strategy: StrategyName, device = 'laptop') => watchedClient(api.origin, world, strategy, device),
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

/** A client that sends what it is told to and keeps what it is given. */
function watchedClient(origin: string, world: FreshSandbox, strategy: StrategyName, device: string) {
  const base = `/api/${strategy}/${world.sandbox.id}/${device}`
  /** `others`: what other programs on this host have set, for every path. */
  const kept = { cookie: '', refresh: '', token: '', others: '' }
  const keep = (response: Response, text: string) => {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      kept[line.includes('/refresh;') ? 'refresh' : 'cookie'] = line.includes('Max-Age=0') ? '' : pair
    }
    if (text.includes('accessToken')) kept.token = JSON.parse(text).accessToken
  }
  const isWanted = (path: string) => path !== 'refresh' || world.sandbox.dials.jwt.sendExpired
  const send = async (method: string, path: string, body?: object): Promise<Exchange> => {
    const recorded = nextExchangeOf(world)
    const cookies = [kept.others, kept.cookie, path === 'refresh' ? kept.refresh : '']
      .filter(Boolean)
      .join('; ')
    const response = await fetch(`${origin}${base}/${path}`, {
      method,
      headers: {
        ...(body && { 'Content-Type': 'application/json' }),
        ...(cookies && { Cookie: cookies }),
        ...(kept.token && isWanted(path) && { Authorization: `Bearer ${kept.token}` }),
      },
      body: body && JSON.stringify(body),
    })
    keep(response, await response.text())
    return recorded
  }
  return {
    kept,
    get: (path: string) => send('GET', path),
    post: (path: string, body: object = {}) => send('POST', path, body),
    add: (sku = 'apple') => send('POST', 'cart/items', { sku, quantity: 1 }),
    signIn: (id = 'mina') =>
      send('POST', 'sign-in', { email: `${id}@shop.example`, password: world.passwordOf(id) }),
  }
}
