import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { allSandboxes } from '@/lib/db/client'
import { freshSandbox } from '@/lib/testing/sandbox'
import { timelineOf } from '@/lib/trace/publish/timeline'
import { forget, keep } from './registry'
import { createSandbox, destroySandbox, findSandbox, OwnedSandbox } from './sandbox'
import { sweep } from './sweeper'

const HOUR = 3600_000
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR)

async function rows() {
  const { sandbox, user, order, session, refreshFamily, spentRefreshToken, cart } = allSandboxes()
  const { deniedToken, visitGeneration } = allSandboxes()
  const lanes = { session, refreshFamily, spentRefreshToken, cart, deniedToken, visitGeneration }
  const tables = { sandbox, user, order, ...lanes }
  const counts = Object.entries(tables).map(async ([name, table]) => {
    const { count } = table as unknown as { count(): Promise<number> }
    return [name, await count.call(table)] as const
  })
  return Object.fromEntries(await Promise.all(counts))
}

/** Something in every table. */
async function busySandbox() {
  const world = await freshSandbox()
  await world.turn('cookie', { generation: true })
  await world.turn('jwt', { denylist: true })
  await world.desk('POST', 'force-sign-out', { email: 'mina@shop.example', strategy: 'cookie' })
  for (const strategy of ['session', 'jwt'] as const) {
    const client = world.client(strategy)
    await client.add('apple')
    await world.signIn(client)
    if (strategy === 'jwt') await client.post('refresh')
    await client.post('checkout')
    await client.add('pear')
  }
  return world
}

beforeEach(async () => {
  for (const { id } of await allSandboxes().sandbox.findMany()) await destroySandbox(id)
})

describe('the sweeper', () => {
  it('leaves nothing of an ended sandbox, and everything of the others', async () => {
    const ended = await busySandbox()
    const before = await rows()
    expect(Object.values(before).every((count) => count > 0)).toBe(true)
    const other = await busySandbox()
    await allSandboxes().sandbox.update({ where: { id: ended.sandbox.id }, data: { expiresAt: inHours(-1) } })
    await sweep()
    expect(await rows()).toEqual(before)
    expect(await findSandbox(ended.sandbox.id)).toBeNull()
    expect(timelineOf(ended.sandbox.id)).toBeNull()
    expect(await findSandbox(other.sandbox.id)).not.toBeNull()
    await sweep(inHours(25))
    expect(Object.values(await rows()).every((count) => count === 0)).toBe(true)
  })

  it('goes through more ended sandboxes than one batch, and lets the process do other things after each', async () => {
    const world = await freshSandbox()
    const row = await allSandboxes().sandbox.findFirstOrThrow({ where: { id: world.sandbox.id } })
    const many = Array.from({ length: 120 }, (_, n) => ({ ...row, id: `ended-${n}`, ownerHash: `hash-${n}` }))
    await allSandboxes().sandbox.createMany({ data: many.map((one) => ({ ...one, expiresAt: inHours(-1) })) })
    let turns = 0
    let other = setImmediate(function again() {
      turns += 1
      other = setImmediate(again)
    })
    await sweep()
    clearImmediate(other)
    expect(turns).toBeGreaterThanOrEqual(120)
    expect(await allSandboxes().sandbox.findMany({ select: { id: true } })).toEqual([
      { id: world.sandbox.id },
    ])
  })

  it('removes sessions and families an hour after their end, not before', async () => {
    const world = await busySandbox()
    await allSandboxes().sandbox.updateMany({ data: { expiresAt: inHours(100) } })
    const before = await rows()
    await sweep(inHours(12.5))
    // The list of denied tokens ends earlier: with the longest access token there can be.
    expect(await rows()).toEqual({ ...before, deniedToken: 0 })
    await sweep(inHours(13.5))
    expect(await rows()).toMatchObject({
      session: 0,
      refreshFamily: 0,
      spentRefreshToken: 0,
      deniedToken: 0,
      order: before.order,
    })
    expect(await findSandbox(world.sandbox.id)).not.toBeNull()
  })

  it('keeps what only a turned clock calls expired', async () => {
    const world = await busySandbox()
    world.later(20 * 3600)
    const before = await rows()
    await sweep()
    expect(await rows()).toEqual(before)
  })

  it('keeps so many alive: the oldest go that nobody has used', async () => {
    const world = await freshSandbox()
    const row = await allSandboxes().sandbox.findFirstOrThrow({ where: { id: world.sandbox.id } })
    const older = Array.from({ length: 5 }, (_, n) => ({
      ...row,
      id: `idle-${n}`,
      ownerHash: `hash-${n}`,
      createdAt: new Date(n),
    }))
    await allSandboxes().sandbox.createMany({ data: older })
    await sweep(new Date(), 3)
    const left = await allSandboxes().sandbox.findMany({
      select: { id: true },
      orderBy: { createdAt: 'asc' },
    })
    expect(left.map(({ id }) => id)).toEqual(['idle-3', 'idle-4', world.sandbox.id])
  })
})

describe('of too many alive', () => {
  it('whoever has made the most loses the own ones, the oldest first', async () => {
    const ids: string[] = []
    for (const name of ['Mina', 'A', 'A', 'A', undefined]) ids.push((await createSandbox(name)).sandbox.id)
    for (const [n, id] of ids.entries())
      await allSandboxes().sandbox.update({ where: { id }, data: { createdAt: new Date(n) } })
    // Out of memory by use of others, not by their end.
    const { sandbox } = await createSandbox()
    const row = { ...sandbox, id: 'extra', ownerHash: 'extra', clockOffset: 0 }
    keep(new OwnedSandbox({ row, users: [], keys: sandbox.keys.state, dials: sandbox.dials }, true), 1)
    await allSandboxes().sandbox.delete({ where: { id: sandbox.id } })
    await sweep(new Date(), 3)
    const left = await allSandboxes().sandbox.findMany({
      select: { id: true },
      orderBy: { createdAt: 'asc' },
    })
    expect(left.map(({ id }) => id)).toEqual([ids[0], ids[3], ids[4]])
    forget('extra')
  })

  it('those go first in which nothing was ever done, however new they are', async () => {
    const made = []
    for (let nth = 0; nth < 4; nth++) made.push(await createSandbox('A'))
    for (const [nth, { sandbox }] of made.entries())
      await allSandboxes().sandbox.update({ where: { id: sandbox.id }, data: { createdAt: new Date(nth) } })
    for (const { sandbox } of [made[0]!, made[2]!]) sandbox.acted = true
    const { sandbox } = await createSandbox()
    const row = { ...sandbox, id: 'extra', ownerHash: 'extra', clockOffset: 0 }
    keep(new OwnedSandbox({ row, users: [], keys: sandbox.keys.state, dials: sandbox.dials }, true), 1)
    await allSandboxes().sandbox.delete({ where: { id: sandbox.id } })
    await sweep(new Date(), 2)
    const left = await allSandboxes().sandbox.findMany({
      select: { id: true },
      orderBy: { createdAt: 'asc' },
    })
    expect(left.map(({ id }) => id)).toEqual([made[0]!.sandbox.id, made[2]!.sandbox.id])
    forget('extra')
  })
})

describe('without the sweeper', () => {
  afterEach(() => sweep(inHours(25)))

  it('a sandbox that has ended is not found any more', async () => {
    const world = await freshSandbox()
    ;(world.sandbox as { expiresAt: Date }).expiresAt = inHours(-1)
    expect(await findSandbox(world.sandbox.id)).toBeNull()
    expect(await world.client('cookie').get('cart')).toMatchObject({
      status: 404,
      body: { code: 'no_sandbox' },
    })
  })
})
