/** Whoever loses a race leaves nothing behind, and does not win after all: what was made for nothing is undone, what has ended stays ended. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { ShopClient } from '@/lib/client/shop-client'
import type { WireAnswer } from '@/lib/client/transport'
import { db } from '@/lib/db/client'
import { type FreshSandbox, freshSandbox } from '@/lib/testing/sandbox'
import { createCartStore } from './jwt/carts'
import { createRefreshFamilyStore, type FamilyRow } from './jwt/store'

const LANES_WITH_ROWS = ['session', 'jwt'] as const
const ROUNDS = 6

let world: FreshSandbox
beforeEach(async () => {
  world = await freshSandbox()
})

async function customer(strategy: (typeof LANES_WITH_ROWS)[number]) {
  const client = world.client(strategy)
  await world.signIn(client)
  return client
}

const ordersIn = (lane: string) =>
  db().order.count({ where: { sandboxId: world.sandbox.id, strategy: lane } })
const statuses = (answers: WireAnswer[]) => answers.map(({ status }) => status).toSorted()

describe.each(LANES_WITH_ROWS)('%s', (lane) => {
  it('checkouts of one cart at once: as many orders as answers that say so, one for each cart', async () => {
    const client = await customer(lane)
    for (let round = 1; round <= ROUNDS; round++) {
      await client.add('apple', 2)
      const tabs = [client.copy(), client.copy(), client.copy()]
      const answers = await Promise.all(tabs.map((tab) => tab.post('checkout')))
      expect(statuses(answers)).toEqual([201, 409, 409])
      expect(await ordersIn(lane)).toBe(round)
    }
    expect((await client.get('orders')).body.orders).toHaveLength(ROUNDS)
  })

  it('a checkout against an add: what was added is in the order or in the cart, never in both, never in neither', async () => {
    const client = await customer(lane)
    for (let round = 1; round <= ROUNDS; round++) {
      await client.add('apple')
      const [bought, added] = await Promise.all([client.copy().post('checkout'), client.copy().add('pear')])
      expect([bought.status, added.status]).toEqual([201, 200])
      const inOrder = bought.body.order.lines.some(({ sku }: { sku: string }) => sku === 'pear')
      const left = (await client.get('cart')).body.lines
      expect(left.map(({ sku }: { sku: string }) => sku)).toEqual(inOrder ? [] : ['pear'])
      expect(await ordersIn(lane)).toBe(round)
      if (!inOrder) await client.send('DELETE', 'cart/items/pear')
    }
  })
})

describe('a family that ends between look-up and rotation', () => {
  const at = new Date()
  const later = new Date(at.getTime() + 60_000)
  const next = { tokenHash: 'the next one', at, accessExpiresAt: later }

  async function lookedUp(): Promise<FamilyRow> {
    const client = await customer('jwt')
    await client.get('me')
    const row = await db().refreshFamily.findFirstOrThrow({
      where: { sandboxId: world.sandbox.id, endedAt: null },
    })
    return row as unknown as FamilyRow
  }

  it.each(['rotate', 'prolong'] as const)(
    '%s: gives nothing, spends nothing, lives no longer',
    async (how) => {
      const families = createRefreshFamilyStore(db(), world.sandbox.id)
      const family = await lookedUp()
      expect(await families.end(family.id, 'forced', at)).toBe(true)
      expect(await families[how](family, next)).toBe(false)
      const [row] = await families.list(family.subject)
      expect(row).toMatchObject({
        tokenHash: family.tokenHash,
        accessExpiresAt: family.accessExpiresAt,
        endedBecause: 'forced',
      })
      expect(await db().spentRefreshToken.count({ where: { family: { sandboxId: world.sandbox.id } } })).toBe(
        0,
      )
    },
  )

  it('what the desk names is the end: no refresh at the same moment gives a token that lives longer', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const client = await customer('jwt')
      const refresh = () => client.copy().post('refresh')
      const [forced, ...answers] = await Promise.all([
        world.desk('POST', 'force-sign-out', { email: 'mina@shop.example' }),
        refresh(),
        refresh(),
      ])
      const until = Date.parse(forced.body.lanes.jwt.credentialsAliveUntil)
      for (const { body } of answers) {
        if (!body.accessToken) continue
        const { exp } = JSON.parse(atob(body.accessToken.split('.')[1])) as { exp: number }
        expect(exp * 1000).toBeLessThanOrEqual(until)
      }
      expect((await client.post('refresh')).status).toBe(401)
    }
  })
})

describe('a guest’s cart that is merged', () => {
  it('moves whole or not at all', async () => {
    const carts = createCartStore(db(), world.sandbox.id)
    const at = new Date()
    const guest = await carts.find('guest-1')
    const mina = await carts.find('mina')
    await carts.save(guest, { apple: 1 }, at)
    const read = await carts.find('guest-1')
    await carts.save(read, { apple: 2 }, at)
    expect(await carts.merge(read, mina, { apple: 1 }, at)).toBe(false)
    expect(await carts.find('mina')).toMatchObject({ lines: {}, version: 0 })
    expect(await carts.find('guest-1')).toMatchObject({ lines: { apple: 2 } })
  })

  it('signing in twice at once with one guest’s cart: it is in the customer’s cart once', async () => {
    const client = world.client('jwt')
    await client.add('apple', 2)
    const tabs: ShopClient[] = [client.copy(), client.copy()]
    const answers = await Promise.all(tabs.map((tab) => world.signIn(tab)))
    expect(answers.some(({ status }) => status === 200)).toBe(true)
    const winner = tabs[answers.findIndex(({ status }) => status === 200)]!
    expect((await winner.get('cart')).body.lines).toMatchObject([{ sku: 'apple', quantity: 2 }])
  })
})
