import { beforeEach, describe, expect, it } from 'vitest'
import type { ShopClient } from '@/lib/client/shop-client'
import { db } from '@/lib/db/client'
import { portsOf } from '@/lib/serve/ports'
import type { Device } from '@/lib/strategies/strategy'
import { type FreshSandbox, freshSandbox } from '@/lib/testing/sandbox'
import { endOthers } from './end'

let world: FreshSandbox
let client: ShopClient
beforeEach(async () => {
  world = await freshSandbox()
  client = world.client('jwt')
})

const refused = { status: 401, body: { code: 'credential_refused' }, setCookie: [] }
const known = { status: 200, body: { customer: { name: 'Mina Park' } } }
const families = () =>
  db().refreshFamily.findMany({ where: { sandboxId: world.sandbox.id }, orderBy: { createdAt: 'asc' } })
const listed = async () =>
  (await db().deniedToken.findMany({ where: { sandboxId: world.sandbox.id } })).length

async function onDevice(device: Device) {
  const other = world.client('jwt', device)
  const answer = await world.signIn(other)
  return { client: other, answer }
}

describe('denylist', () => {
  beforeEach(async () => {
    await world.turn('jwt', { denylist: true })
    await world.signIn(client)
  })

  it('signs out at once, with every token of the family', async () => {
    const first = client.copy()
    await client.post('refresh')
    const second = client.copy()
    await client.send('POST', 'sign-out')
    for (const copy of [first, second]) expect(await copy.get('me')).toMatchObject(refused)
    expect(await listed()).toBe(2)
  })

  it('ends one device, and the others, at once', async () => {
    const { client: phone } = await onDevice('phone')
    const { client: attacker } = await onDevice('attacker')
    const { devices } = (await client.get('devices')).body
    const phones = devices.find(({ device }: { device: Device }) => device === 'phone')
    expect(await client.send('DELETE', `devices/${phones.id}`)).toMatchObject({ status: 204 })
    expect(await phone.get('me')).toMatchObject(refused)
    expect(await attacker.get('me')).toMatchObject(known)
    const change = { current: world.passwordOf('mina'), next: 'correct horse battery' }
    expect(await client.post('password', change)).toMatchObject({ status: 204 })
    expect(await attacker.get('me')).toMatchObject(refused)
    expect(await client.get('me')).toMatchObject(known)
  })

  it('ends the thief and the owner when a spent token comes back', async () => {
    const thief = client.copy()
    await thief.post('refresh')
    await client.post('refresh')
    for (const copy of [thief, client]) expect(await copy.get('me')).toMatchObject(refused)
  })

  it('stops a sliding token that would live for ever', async () => {
    await world.turn('jwt', { sliding: 'uncapped' })
    await client.post('refresh')
    const thief = client.copy()
    await thief.get('me')
    await client.send('POST', 'sign-out')
    expect(await thief.get('me')).toMatchObject(refused)
  })

  it('off again: nobody looks, and nothing is written', async () => {
    await world.turn('jwt', { denylist: false })
    const copy = client.copy()
    await client.send('POST', 'sign-out')
    expect(await copy.get('me')).toMatchObject(known)
    expect(await listed()).toBe(0)
  })

  it('names tokens for as long as the longest of them can live', async () => {
    await client.send('POST', 'sign-out')
    const rows = await db().deniedToken.findMany({ where: { sandboxId: world.sandbox.id } })
    for (const { expiresAt } of rows)
      expect(expiresAt.getTime()).toBeGreaterThan(world.sandbox.clock.now().getTime() + 925_000)
  })
})

describe('device limit', () => {
  it.each([1, 2, 3])('of %i ends the oldest', async (deviceLimit) => {
    await world.turn('jwt', { deviceLimit })
    const all = []
    for (let turn = 0; turn <= deviceLimit; turn++) {
      all.push((await onDevice('phone')).client)
      world.later(1)
    }
    const [oldest, ...rest] = all
    expect(await oldest!.post('refresh')).toMatchObject(refused)
    for (const one of rest) expect(await one.post('refresh')).toMatchObject({ status: 200 })
    expect((await families())[0]).toMatchObject({ endedBecause: 'device_limit' })
  })

  it('with the denylist, the oldest is out at once', async () => {
    await world.turn('jwt', { deviceLimit: 1, denylist: true })
    const { client: first } = await onDevice('phone')
    await onDevice('laptop')
    expect(await first.get('me')).toMatchObject(refused)
  })

  describe('refuses the new one', () => {
    beforeEach(() => world.turn('jwt', { deviceLimit: 1, whenFull: 'refuse-new' }))

    it('and leaves the guest and his cart as they are', async () => {
      await onDevice('phone')
      await client.add('apple', 2)
      expect(await world.signIn(client)).toMatchObject({ status: 409, body: { code: 'too_many_devices' } })
      expect(await client.get('cart')).toMatchObject({ body: { lines: [{ sku: 'apple', quantity: 2 }] } })
    })

    it('until one has signed out or expired', async () => {
      const { client: phone } = await onDevice('phone')
      await phone.send('POST', 'sign-out')
      expect(await world.signIn(client)).toMatchObject({ status: 200 })
      world.later(43_200)
      expect((await onDevice('phone')).answer).toMatchObject({ status: 200 })
    })

    it('but not whoever signs in again where he is', async () => {
      await world.signIn(client)
      expect(await world.signIn(client)).toMatchObject({ status: 200 })
      expect((await client.get('devices')).body.devices).toHaveLength(1)
    })

    it('and not another customer', async () => {
      await onDevice('phone')
      expect(await world.signIn(client, 'sam')).toMatchObject({ status: 200 })
    })
  })

  it.each(['end-oldest', 'refuse-new'])('holds in a race: %s', async (whenFull) => {
    await world.turn('jwt', { deviceLimit: 2, whenFull })
    await Promise.all(Array.from({ length: 8 }, () => onDevice('phone')))
    expect((await families()).filter(({ endedAt }) => endedAt === null)).toHaveLength(2)
  })
})

it('denies the tokens of a sign-in that comes while the others are ended', async () => {
  await world.turn('jwt', { denylist: true })
  const late = world.client('jwt', 'phone')
  const place = { sandbox: world.sandbox, strategy: 'jwt', device: 'laptop' } as const
  const { ports } = portsOf(place, new Request('http://localhost/'))
  const racing: typeof ports.families = {
    ...ports.families,
    async endOthers(...given) {
      await world.signIn(late)
      return ports.families.endOthers(...given)
    },
  }
  const claims = { sub: 'mina', sid: 'mine', jti: 'x', iat: 1, exp: 2 }
  const during = Object.create(ports, { families: { value: racing } }) as typeof ports
  expect(await endOthers(during, claims, 'signed_out')).toBe(1)
  expect(await late.get('me')).toMatchObject({ status: 401, body: { code: 'credential_refused' } })
})
