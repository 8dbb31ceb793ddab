/** What a dial puts into a credential is still there after the next write: after a save, a renewal, a touch and a new password. */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ShopClient } from '@/lib/client/shop-client'
import type { WireAnswer } from '@/lib/client/transport'
import { db } from '@/lib/db/client'
import { type FreshSandbox, freshSandbox } from '@/lib/testing/sandbox'
import { decoded } from '@/lib/testing/tokens'

const NOW = new Date('2026-11-23T10:42:00Z')
const MINA = 'mina@shop.example'
const NEXT = 'a long new password'
let world: FreshSandbox

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
  world = await freshSandbox()
  return () => vi.useRealTimers()
})

/** Every way in which a credential or a row is written again. */
const WRITES: [name: string, write: (client: ShopClient) => Promise<WireAnswer>][] = [
  ['an add', (client) => client.add('apple')],
  ['a change of quantity', (client) => client.send('PATCH', 'cart/items/pear', { quantity: 5 })],
  ['a removal', (client) => client.send('DELETE', 'cart/items/pear')],
  ['a checkout', (client) => client.post('checkout')],
  ['another sign-in', (client) => world.signIn(client)],
  ['a new password', (client) => client.post('password', { current: world.passwordOf('mina'), next: NEXT })],
]

async function customer(strategy: 'cookie' | 'session' | 'jwt', dials: object) {
  await world.turn(strategy, dials as Record<string, unknown>)
  const client = world.client(strategy)
  await world.signIn(client)
  await client.add('pear')
  return client
}

describe.each(WRITES)('after %s', (name, write) => {
  it.each(['sealed', 'signed', 'plain'])(
    'cookie, generation: a %s visit is still of the new one',
    async (protection) => {
      const outOfDate = await customer('cookie', { generation: true, protection })
      await world.desk('POST', 'force-sign-out', { email: MINA })
      expect((await outOfDate.get('me')).status).toBe(401)
      const client = await customer('cookie', {})
      await write(client)
      expect(await client.get('me')).toMatchObject({ status: 200, body: { customer: { email: MINA } } })
      expect((await outOfDate.get('me')).status).toBe(401)
    },
  )

  it('cookie, lifetime "session": no line sets an end', async () => {
    const client = await customer('cookie', { lifetime: 'session' })
    const { setCookie } = await write(client)
    expect(setCookie.filter((line) => /max-age|expires/i.test(line))).toEqual([])
  })

  it('cookie: the end that was set at sign-in is not moved by a write', async () => {
    const client = await customer('cookie', {})
    world.later(11 * 3600)
    await write(client)
    world.later(3600 + 1)
    const answer = await client.get('me')
    // Signing in is what begins anew.
    expect(answer.status === 200).toBe(name === 'another sign-in')
  })

  it('session, customer "copied": still the copy', async () => {
    const client = await customer('session', { customer: 'copied' })
    await write(client)
    const row = await db().session.findFirstOrThrow({ where: { sandboxId: world.sandbox.id } })
    expect(JSON.parse(row.customer!)).toMatchObject({ email: MINA })
  })

  it('session, storedId "raw": still found by it', async () => {
    const client = await customer('session', { storedId: 'raw' })
    await write(client)
    expect(await client.get('me')).toMatchObject({ status: 200, body: { customer: { email: MINA } } })
    const rows = await db().session.findMany({ where: { sandboxId: world.sandbox.id } })
    expect(rows.map(({ idHash }) => idHash)).toEqual([client.credential])
  })

  it('jwt, cartIn "claims": still in the token', async () => {
    const client = await customer('jwt', { cartIn: 'claims' })
    await write(client)
    expect(await client.get('me')).toMatchObject({ status: 200 })
    expect(decoded(client.accessToken!).claims).toHaveProperty('cart')
  })

  it('jwt, oldTokens "refused": the client that wrote goes on', async () => {
    const client = await customer('jwt', { oldTokens: 'refused' })
    await write(client)
    if (name === 'a new password') return
    expect(await client.get('me')).toMatchObject({ status: 200, body: { customer: { email: MINA } } })
  })
})

describe('signing in again', () => {
  it('jwt: ends the family before it, which says why', async () => {
    const client = world.client('jwt')
    await world.signIn(client)
    const before = client.copy()
    await world.signIn(client)
    expect(await before.post('refresh')).toMatchObject({ status: 401, body: { code: 'credential_refused' } })
    const rows = await db().refreshFamily.findMany({
      where: { sandboxId: world.sandbox.id },
      orderBy: { createdAt: 'asc' },
    })
    expect(rows.map(({ endedBecause }) => endedBecause).toSorted()).toEqual([null, 'renewed'].toSorted())
    expect((await client.post('refresh')).status).toBe(200)
  })

  it('session: the id before it is no longer good, and there is one row', async () => {
    const client = world.client('session')
    await world.signIn(client)
    const before = client.copy()
    await world.signIn(client)
    expect((await before.get('me')).status).toBe(401)
    expect(await db().session.count({ where: { sandboxId: world.sandbox.id } })).toBe(1)
  })
})
