/** The dials of the session lane, beyond what site/effects.ts declares. */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { db } from '@/lib/db/client'
import type { Device } from '@/lib/strategies/strategy'
import { type FreshSandbox, freshSandbox } from '@/lib/testing/sandbox'
import { DIALS } from '../dials'
import { touchEvery } from '../lifetimes'

// Time stands still but for the turns of the sandbox clock: a slow machine moves no end.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  return () => vi.useRealTimers()
})

const signedIn = async (world: FreshSandbox, device?: Device) => {
  const client = world.client('session', device)
  await world.signIn(client)
  return client
}
const name = async (client: ReturnType<FreshSandbox['client']>) =>
  (await client.get('me')).body.customer?.name

describe('renewal off and unknown ids adopted', () => {
  it('is session fixation, as the textbook has it', async () => {
    const world = await freshSandbox()
    await world.turn('session', { renewal: false, unknownIds: 'adopt' })
    const victim = world.client('session')
    victim.present('chosen-by-the-attacker')
    const answer = await world.signIn(victim)
    expect(answer).toMatchObject({ status: 200, setCookie: [] })
    const attacker = world.client('session')
    attacker.present('chosen-by-the-attacker')
    expect(await name(attacker)).toBe('Mina Park')
  })

  it('ends with either of them back on its default', async () => {
    for (const turn of [{ renewal: false }, { unknownIds: 'adopt' }]) {
      const world = await freshSandbox()
      await world.turn('session', turn)
      const victim = world.client('session')
      victim.present('chosen-by-the-attacker')
      await world.signIn(victim)
      const attacker = world.client('session')
      attacker.present('chosen-by-the-attacker')
      expect({ turn, name: await name(attacker) }).toEqual({ turn, name: undefined })
    }
  })

  it('takes no id of any length', async () => {
    const world = await freshSandbox()
    await world.turn('session', { unknownIds: 'adopt' })
    const client = world.client('session')
    client.present('a'.repeat(129))
    expect(await client.get('cart')).toMatchObject({ status: 401, body: { code: 'credential_refused' } })
  })
})

describe('the idle end', () => {
  /** As the texts say it: at most once a minute, or in a quarter of a shorter idle life. */
  const EVERY: Record<number, number> = { 60: 15, 300: 60, 1800: 60, 28800: 60 }

  it.each(DIALS.session.idle.values)(
    'of %d s is moved by a request as seldom as the texts say',
    async (idle) => {
      const every = touchEvery(idle)
      expect(every).toBe(EVERY[idle])
      const world = await freshSandbox()
      await world.turn('session', { idle })
      const seenAt = async () =>
        (await db().session.findFirst({ where: { sandboxId: world.sandbox.id } }))!.lastSeenAt.getTime()
      const client = await signedIn(world)
      const began = await seenAt()
      world.later(every - 2)
      expect(await name(client)).toBe('Mina Park')
      expect(await seenAt()).toBe(began)
      world.later(2)
      expect(await name(client)).toBe('Mina Park')
      expect(await seenAt()).toBeGreaterThanOrEqual(began + every * 1000)
    },
  )

  it('comes up to that much sooner after the last request, and one that writes moves it at once', async () => {
    const { default: idle } = DIALS.session.idle
    const [reads, writes] = [await freshSandbox(), await freshSandbox()]
    const [reader, writer] = [await signedIn(reads), await signedIn(writes)]
    for (const world of [reads, writes]) world.later(touchEvery(idle) - 2)
    await reader.get('cart')
    await writer.add('apple')
    for (const world of [reads, writes]) world.later(idle - touchEvery(idle) + 3)
    expect(await reader.get('me')).toMatchObject({ status: 401, body: { code: 'credential_expired' } })
    expect(await name(writer)).toBe('Mina Park')
  })
})

describe('deviceLimit', () => {
  it('counts what is alive, and does not count the row that a sign-in replaces', async () => {
    const world = await freshSandbox()
    await world.turn('session', { deviceLimit: 2, whenFull: 'refuse-new' })
    const laptop = await signedIn(world)
    await signedIn(world, 'phone')
    expect(await world.signIn(laptop)).toMatchObject({ status: 200 })
    const third = world.client('session', 'attacker')
    expect(await world.signIn(third)).toMatchObject({
      status: 409,
      body: { code: 'too_many_devices' },
      setCookie: [],
    })
    world.later(1800)
    expect(await world.signIn(third)).toMatchObject({ status: 200 })
  })

  it('of many sign-ins at once, no more get in than are allowed', async () => {
    const world = await freshSandbox()
    await world.turn('session', { deviceLimit: 2, whenFull: 'refuse-new' })
    const guests = Array.from({ length: 4 }, () => world.client('session'))
    await guests[0]!.add('apple')
    const answers = await Promise.all(guests.map((guest) => world.signIn(guest)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 409, 409])
    expect(await db().session.count({ where: { sandboxId: world.sandbox.id, userId: 'mina' } })).toBe(2)
  })

  it('ends the oldest, and only as many as needed', async () => {
    const world = await freshSandbox()
    const clients = []
    for (const device of ['laptop', 'phone', 'attacker'] as const) {
      clients.push(await signedIn(world, device))
      world.later(1)
    }
    await world.turn('session', { deviceLimit: 2 })
    const fourth = await signedIn(world)
    expect(await Promise.all([...clients, fourth].map(name))).toEqual([
      undefined,
      undefined,
      'Mina Park',
      'Mina Park',
    ])
  })
})

describe('storedId', () => {
  it('raw: what lies in the row is what the browser sends; back on hashed, it opens nothing', async () => {
    const world = await freshSandbox()
    await world.turn('session', { storedId: 'raw' })
    const client = await signedIn(world)
    const row = await db().session.findFirst({ where: { sandboxId: world.sandbox.id } })
    expect(row?.idHash).toBe(client.credential)
    await world.turn('session', { storedId: 'hashed' })
    expect(await client.get('me')).toMatchObject({ status: 401, body: { code: 'credential_refused' } })
  })
})

describe('customer', () => {
  it('copied: a demoted customer keeps the old role until the next sign-in', async () => {
    const world = await freshSandbox()
    await world.turn('session', { customer: 'copied' })
    const sam = world.client('session')
    await world.signIn(sam, 'sam')
    await world.desk('POST', 'acts', { act: 'demote', email: 'sam@shop.example' })
    expect((await sam.get('me')).body.customer.role).toBe('support')
    await world.turn('session', { customer: 'looked-up' })
    await world.signIn(sam, 'sam')
    expect((await sam.get('me')).body.customer.role).toBe('customer')
  })
})

describe('end the others', () => {
  it('leaves this one', async () => {
    const world = await freshSandbox()
    const laptop = await signedIn(world)
    const phone = await signedIn(world, 'phone')
    expect(await laptop.send('DELETE', 'devices')).toMatchObject({ status: 204 })
    expect([await name(laptop), await name(phone)]).toEqual(['Mina Park', undefined])
  })
})

describe('unknownIds', () => {
  it('adopt: the same id planted in two sandboxes is two sessions', async () => {
    for (const dials of [{ unknownIds: 'adopt' }, { unknownIds: 'adopt', renewal: false }]) {
      const worlds = [await freshSandbox(), await freshSandbox()]
      const clients = []
      for (const world of worlds) {
        await world.turn('session', dials)
        const client = world.client('session')
        client.present('planted-in-a-whole-class')
        expect(await client.add('apple')).toMatchObject({ status: 200 })
        clients.push(client)
      }
      await clients[0]!.send('POST', 'sign-out')
      expect((await clients[1]!.get('cart')).body.lines).toMatchObject([{ sku: 'apple', quantity: 1 }])
    }
  })
})
