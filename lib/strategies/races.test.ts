/** Many at once. A few of each here; `npm run races` does it by the hundred against a production build. */
import { describe, expect, it } from 'vitest'
import type { ShopClient } from '@/lib/client/shop-client'
import { db } from '@/lib/db/client'
import { portsOf } from '@/lib/serve/ports'
import { add as addTo } from '@/lib/shop/cart'
import { PRODUCTS } from '@/lib/shop/catalogue'
import { type FreshSandbox, freshSandbox } from '@/lib/testing/sandbox'
import { jwtStrategy } from './jwt/strategy'
import { sessionStrategy } from './session/strategy'

const RACES = [2, 5, 20, 2, 5, 20, 2, 5, 20, 20]

async function signedIn(world: FreshSandbox) {
  const client = world.client('jwt')
  await world.signIn(client)
  return client
}

/** So many tabs of one browser, each with the same refresh token, ask at the same moment. */
async function race(client: ShopClient, callers: number) {
  const tabs = Array.from({ length: callers }, () => client.copy())
  const answers = await Promise.all(tabs.map((tab) => tab.post('refresh')))
  const winners = tabs.filter((_, index) => answers[index]!.status === 200)
  const losers = answers.filter(({ status }) => status !== 200)
  return { winners, losers, successors: new Set(winners.map(({ refreshToken }) => refreshToken)) }
}

const familiesOf = ({ sandbox }: FreshSandbox) =>
  db().refreshFamily.findMany({ where: { sandboxId: sandbox.id }, include: { spent: true } })

describe('refresh races', () => {
  it('without grace: one successor, and no loser touches a cookie; 10 races', async () => {
    const world = await freshSandbox()
    for (const [nth, callers] of RACES.entries()) {
      const client = world.client('jwt')
      await client.add('apple')
      const { winners, losers, successors } = await race(client, callers)
      expect({ nth, winners: winners.length, successors: successors.size }).toEqual({
        nth,
        winners: 1,
        successors: 1,
      })
      for (const lost of losers)
        expect(lost).toMatchObject({ status: 401, body: { code: 'credential_refused' }, setCookie: [] })
    }
    const families = await familiesOf(world)
    expect(families).toHaveLength(RACES.length)
    for (const { generation, spent } of families)
      expect({ generation, spent: spent.length }).toEqual({ generation: 2, spent: 1 })
  })

  it('with grace: one successor for all, nobody is thrown out, one family; 10 races', async () => {
    const world = await freshSandbox()
    await world.turn('jwt', { grace: 10 })
    const client = await signedIn(world)
    for (const [nth, callers] of RACES.entries()) {
      const { winners, successors } = await race(client, callers)
      expect({ nth, winners: winners.length, successors: successors.size }).toEqual({
        nth,
        winners: callers,
        successors: 1,
      })
      for (const tab of winners) expect(await tab.get('me')).toMatchObject({ status: 200 })
      client.jar.cookies = winners[0]!.jar.cookies
      const [family, ...more] = await familiesOf(world)
      expect(more).toEqual([])
      expect(family).toMatchObject({ generation: nth + 2, endedAt: null })
      expect(family!.spent).toHaveLength(nth + 1)
    }
  })

  it('with a fixed token: the same for all', async () => {
    const world = await freshSandbox()
    await world.turn('jwt', { refresh: 'fixed' })
    const client = await signedIn(world)
    const { winners, successors } = await race(client, 20)
    expect(winners).toHaveLength(20)
    expect([...successors]).toEqual([client.refreshToken])
  })
})

describe('200 adds from 8 tabs at once', () => {
  /** A tab that is told `try_again` does. */
  async function add(tab: ShopClient, sku: string): Promise<void> {
    const { status, body } = await tab.add(sku)
    if (status === 200) return
    expect(body.code).toBe('try_again')
    return add(tab, sku)
  }

  it.each(['session', 'jwt'] as const)('%s: none is lost', async (strategy) => {
    const world = await freshSandbox()
    const client = world.client(strategy)
    await world.signIn(client)
    const skus = PRODUCTS.slice(0, 8).map(({ sku }) => sku)
    await Promise.all(
      skus.map(async (sku) => {
        const tab = client.copy()
        for (let turn = 0; turn < 25; turn++) await add(tab, sku)
      }),
    )
    const { lines } = (await client.get('cart')).body
    expect(lines).toHaveLength(8)
    for (const { sku, quantity } of lines) expect({ sku, quantity }).toEqual({ sku, quantity: 25 })
  })
})

/**
 * The worst case, made and not hoped for: in one process the reads and writes of a request seldom let another one between. Here all have
 * read before the first one writes.
 */
describe.each([sessionStrategy, jwtStrategy])('$name: five that have read the same cart', (strategy) => {
  it('one is saved, four are told to open again', async () => {
    const world = await freshSandbox()
    const client = world.client(strategy.name)
    await world.signIn(client)
    await client.add('apple')
    const place = { sandbox: world.sandbox, strategy: strategy.name, device: 'laptop' } as const
    const fields: Record<string, string> = client.accessToken
      ? { Authorization: `Bearer ${client.accessToken}` }
      : { Cookie: client.jar.cookies.map(({ name, value }) => `${name}=${value}`).join('; ') }
    const asked = () => portsOf(place, new Request('http://localhost/', { headers: fields })).ports
    const opened = await Promise.all(Array.from({ length: 5 }, () => strategy.open(asked(), 'cart')))
    const saved = await Promise.all(
      opened.map(({ visit, save }, nth) =>
        save({ ...visit, cart: addTo(visit.cart, PRODUCTS[nth + 1]!.sku, 1) }),
      ),
    )
    expect(saved.map(({ outcome }) => outcome).sort()).toEqual(['saved', 'stale', 'stale', 'stale', 'stale'])
    expect((await client.get('cart')).body.lines).toHaveLength(2)
  })
})
