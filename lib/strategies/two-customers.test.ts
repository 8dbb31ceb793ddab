/** Two customers of one sandbox in the same lane: what is asked of one, or done to one, reaches the other in nothing. */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ShopClient } from '@/lib/client/shop-client'
import { type FreshSandbox, freshSandbox } from '@/lib/testing/sandbox'
import type { Artifact } from '@/lib/trace/model/artifact'
import { timelineOf } from '@/lib/trace/publish/timeline'
import { DIFFERENCES } from './differences'
import { STRATEGIES } from './strategy'

const NOW = new Date('2026-11-23T10:42:00Z')
const [MINA, SAM] = ['mina@shop.example', 'sam@shop.example']

describe.each(STRATEGIES)('%s', (strategy) => {
  let world: FreshSandbox
  let mina: ShopClient
  let sam: ShopClient

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: NOW })
    world = await freshSandbox()
    mina = world.client(strategy, 'laptop')
    sam = world.client(strategy, 'phone')
    await world.signIn(mina, 'mina')
    await world.signIn(sam, 'sam')
    return () => vi.useRealTimers()
  })

  const nameOf = async (client: ShopClient) => (await client.get('me')).body.customer?.email ?? null
  const renewable = async (client: ShopClient) =>
    strategy === 'jwt' ? (await client.post('refresh')).status === 200 : true
  const isSignedIn = async (client: ShopClient, email: string) =>
    (await nameOf(client)) === email && (await renewable(client))
  const canList = DIFFERENCES.devices[strategy] !== 'not_possible'
  const devicesOf = async (client: ShopClient): Promise<{ id: string; device: string }[]> =>
    (await client.get('devices')).body.devices

  it('each reads the own cart, name and orders', async () => {
    await mina.add('apple', 2)
    await sam.add('pear', 3)
    expect((await mina.get('cart')).body.lines).toMatchObject([{ sku: 'apple', quantity: 2 }])
    expect((await sam.get('cart')).body.lines).toMatchObject([{ sku: 'pear', quantity: 3 }])
    expect([await nameOf(mina), await nameOf(sam)]).toEqual([MINA, SAM])
    const { order } = (await mina.post('checkout')).body
    expect((await mina.get('orders')).body.orders).toEqual([order])
    expect((await sam.get('orders')).body.orders).toEqual([])
    expect((await sam.get('cart')).body.lines).toMatchObject([{ sku: 'pear', quantity: 3 }])
  })

  it('the list of devices has the own ones only, and another customer’s cannot be ended by its id', async () => {
    if (!canList) return expect(await mina.get('devices')).toMatchObject({ status: 409 })
    const [his] = await devicesOf(sam)
    expect(await devicesOf(mina)).toMatchObject([{ device: 'laptop' }])
    expect(await mina.send('DELETE', `devices/${his!.id}`)).toMatchObject({
      status: 404,
      body: { code: 'no_device' },
    })
    expect(await isSignedIn(sam, SAM)).toBe(true)
    expect(await devicesOf(sam)).toHaveLength(1)
  })

  it('ending all others ends one’s own others', async () => {
    const answer = await mina.send('DELETE', 'devices')
    expect(answer.status).toBe(canList ? 204 : 409)
    expect(await isSignedIn(sam, SAM)).toBe(true)
  })

  it('a sign-out ends one’s own sign-in', async () => {
    await mina.send('POST', 'sign-out')
    expect(await isSignedIn(sam, SAM)).toBe(true)
  })

  it('a new password ends nobody else’s sign-ins, and is nobody else’s password', async () => {
    const next = 'a long new password'
    expect((await mina.post('password', { current: world.passwordOf('mina'), next })).status).toBe(204)
    expect(await isSignedIn(sam, SAM)).toBe(true)
    const another = world.client(strategy)
    expect((await another.post('sign-in', { email: SAM, password: next })).status).toBe(401)
    expect((await world.signIn(another, 'sam')).status).toBe(200)
  })

  it('as many sign-ins as one customer may have do not count for the other', async () => {
    if (strategy === 'cookie') return
    await world.turn(strategy, { deviceLimit: 1 })
    const [again, his] = [world.client(strategy), world.client(strategy)]
    expect((await world.signIn(again, 'mina')).status).toBe(200)
    expect(await isSignedIn(sam, SAM)).toBe(true)
    expect((await world.signIn(his, 'sam')).status).toBe(200)
    expect(await isSignedIn(again, MINA)).toBe(true)
  })

  it('a discount and a role are one customer’s', async () => {
    await mina.add('cheese')
    await sam.add('cheese')
    const before = [(await sam.get('cart')).body, (await sam.get('me')).body]
    await world.desk('POST', 'acts', { act: 'set-discount', email: MINA, discount: 50 })
    await world.desk('POST', 'acts', { act: 'promote', email: MINA })
    expect([(await sam.get('cart')).body, (await sam.get('me')).body]).toEqual(before)
  })

  describe('a forced sign-out of one', () => {
    const rowsOf = (rows: readonly Artifact[], user: string) =>
      rows.filter(({ place, contents }) => place === 'row' && contents.some(({ value }) => value === user))
    const snapshot = () => timelineOf(world.sandbox.id)!.ledger.snapshot(strategy, 'laptop')

    it('leaves the other signed in, with the right to renew', async () => {
      await sam.add('pear')
      await world.desk('POST', 'force-sign-out', { email: MINA })
      expect(await isSignedIn(sam, SAM)).toBe(true)
      expect((await sam.get('cart')).body.lines).toMatchObject([{ sku: 'pear' }])
    })

    it('ends no row of the other, neither in the database nor in the panel', async () => {
      // What the panel knows of the server it has read there.
      await world.desk('POST', 'acts', { act: 'purge-expired' })
      const before = rowsOf(snapshot(), 'sam')
      expect(before.length > 0).toBe(strategy !== 'cookie')
      // Told to the panel before the rows are read anew.
      const told: Artifact[][] = []
      const stop = timelineOf(world.sandbox.id)!.subscribe(({ type }) => {
        if (type === 'desk') told.push(rowsOf(snapshot(), 'sam'))
      })
      await world.desk('POST', 'force-sign-out', { email: MINA })
      stop()
      expect(told).toEqual([before])
      expect(rowsOf(snapshot(), 'sam')).toEqual(before)
      expect(rowsOf(snapshot(), 'mina').filter(({ ended }) => !ended)).toEqual([])
    })

    it('of one device leaves the others as they are', async () => {
      const id = canList ? (await devicesOf(mina))[0]!.id : 'x'
      await world.desk('POST', 'acts', { act: 'force-sign-out-device', strategy, id })
      expect(await isSignedIn(sam, SAM)).toBe(true)
    })
  })
})
