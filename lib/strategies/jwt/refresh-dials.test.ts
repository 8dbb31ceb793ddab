import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ShopClient } from '@/lib/client/shop-client'
import { db } from '@/lib/db/client'
import { type FreshSandbox, freshSandbox } from '@/lib/testing/sandbox'

let world: FreshSandbox
let client: ShopClient
beforeEach(async () => {
  // Time stands still but for the turns of the sandbox clock: a slow machine moves no end.
  vi.useFakeTimers({ toFake: ['Date'] })
  world = await freshSandbox()
  client = world.client('jwt')
  return () => vi.useRealTimers()
})

const refused = { status: 401, body: { code: 'credential_refused' }, setCookie: [] }
const families = () => db().refreshFamily.findMany({ where: { sandboxId: world.sandbox.id } })

describe('refresh none', () => {
  beforeEach(() => world.turn('jwt', { refresh: 'none' }))

  it('issues no refresh token: after the access life one signs in again', async () => {
    const { setCookie, body } = await world.signIn(client)
    expect({ setCookie, expiresIn: body.expiresIn }).toEqual({ setCookie: [], expiresIn: 60 })
    expect(await client.post('refresh')).toMatchObject({ status: 401, body: { code: 'sign_in_required' } })
    expect((await client.get('devices')).body.devices).toHaveLength(1)
    world.later(60)
    expect(await client.get('me')).toMatchObject({ status: 401, body: { code: 'credential_expired' } })
    client.accessToken = null
    await world.signIn(client)
    expect((await client.get('devices')).body.devices).toHaveLength(1)
  })

  it('refuses one that was issued before, and ends nothing', async () => {
    await world.turn('jwt', { refresh: 'rotating' })
    await world.signIn(client)
    await world.turn('jwt', { refresh: 'none' })
    expect(await client.post('refresh')).toMatchObject(refused)
    await world.turn('jwt', { refresh: 'rotating' })
    expect(await client.post('refresh')).toMatchObject({ status: 200 })
  })
})

describe('refresh fixed', () => {
  beforeEach(() => world.turn('jwt', { refresh: 'fixed' }))

  it('takes one token until the end, from the owner and from a thief alike', async () => {
    await world.signIn(client)
    const thief = client.copy()
    for (const holder of [client, thief, client, thief]) {
      const answer = await holder.post('refresh')
      expect(answer).toMatchObject({ status: 200, setCookie: [], body: { expiresIn: 60 } })
    }
    expect(thief.refreshToken).toBe(client.refreshToken)
    expect(await families()).toMatchObject([{ generation: 1, endedAt: null }])
    expect(await db().spentRefreshToken.count({ where: { family: { sandboxId: world.sandbox.id } } })).toBe(0)
  })

  it('ends at the absolute end, and with a sign-out', async () => {
    await world.signIn(client)
    const other = world.client('jwt', 'phone')
    await world.signIn(other)
    await other.send('POST', 'sign-out')
    other.jar.cookies = client.jar.cookies
    await client.post('refresh')
    world.later(43_200)
    expect(await client.post('refresh')).toMatchObject({ status: 401, body: { code: 'credential_expired' } })
  })

  it('a token that was spent while they rotated stays spent', async () => {
    await world.turn('jwt', { refresh: 'rotating' })
    await world.signIn(client)
    const old = client.copy()
    await client.post('refresh')
    await world.turn('jwt', { refresh: 'fixed' })
    expect(await old.post('refresh')).toMatchObject(refused)
  })
})

describe('reuse detection off', () => {
  it('refuses the spent token, and the family lives: a thief who came first stays', async () => {
    await world.turn('jwt', { reuseDetection: false })
    await world.signIn(client)
    const thief = client.copy()
    await thief.post('refresh')
    expect(await client.post('refresh')).toMatchObject(refused)
    expect(await thief.post('refresh')).toMatchObject({ status: 200 })
    expect(await families()).toMatchObject([{ endedAt: null }])
  })
})

describe('grace', () => {
  beforeEach(async () => {
    await world.turn('jwt', { grace: 5 })
    await world.signIn(client)
  })

  it('gives the token before the current one the same successor again', async () => {
    const late = client.copy()
    await client.post('refresh')
    world.later(3)
    expect(await late.post('refresh')).toMatchObject({ status: 200 })
    expect(late.refreshToken).toBe(client.refreshToken)
    expect(await families()).toMatchObject([{ generation: 2, endedAt: null }])
    for (const holder of [late, client]) expect(await holder.get('me')).toMatchObject({ status: 200 })
  })

  it('is not prolonged by asking', async () => {
    const late = client.copy()
    await client.post('refresh')
    world.later(3)
    const again = late.copy()
    await late.post('refresh')
    world.later(3)
    expect(await again.post('refresh')).toMatchObject(refused)
    expect(await families()).toMatchObject([{ endedBecause: 'reuse' }])
  })

  it('is over for a token from before the one before, even in time', async () => {
    const old = client.copy()
    await client.post('refresh')
    await client.post('refresh')
    expect(await old.post('refresh')).toMatchObject(refused)
    expect(await families()).toMatchObject([{ endedBecause: 'reuse' }])
  })

  it('goes on over a rotation of keys that keeps the previous one, and only then', async () => {
    const late = client.copy()
    const later = client.copy()
    await client.post('refresh')
    await world.sandbox.rotateKeys('jwt', true)
    expect(await late.post('refresh')).toMatchObject({ status: 200 })
    expect(late.refreshToken).toBe(client.refreshToken)
    await world.sandbox.rotateKeys('jwt', false)
    expect(await later.post('refresh')).toMatchObject(refused)
  })

  it('does not help after the family has ended', async () => {
    const late = client.copy()
    await client.post('refresh')
    await client.send('POST', 'sign-out')
    expect(await late.post('refresh')).toMatchObject(refused)
  })

  it('does not begin when the clock is turned back', async () => {
    const late = client.copy()
    world.later(3600)
    await client.post('refresh')
    world.later(-3600)
    expect(await late.post('refresh')).toMatchObject(refused)
  })

  it('off: successors are random, and turning it on afterwards opens no window', async () => {
    await world.turn('jwt', { grace: 0 })
    const late = client.copy()
    await client.post('refresh')
    await world.turn('jwt', { grace: 10 })
    expect(await late.post('refresh')).toMatchObject(refused)
  })
})

describe('the expired access token goes along', () => {
  beforeEach(async () => {
    await world.turn('jwt', { sendExpired: true })
    await world.signIn(client)
  })

  it.each([0, 61, 3600])('is asked for, good or expired: %i s old', async (age) => {
    world.later(age)
    expect(await client.post('refresh')).toMatchObject({ status: 200 })
    expect(await client.get('me')).toMatchObject({ body: { customer: { name: 'Mina Park' } } })
  })

  it('refuses without it, or with one of another family, or forged; and spends nothing', async () => {
    const phone = world.client('jwt', 'phone')
    await world.signIn(phone)
    const own = client.accessToken
    for (const token of [null, phone.accessToken, 'a.b.c']) {
      client.accessToken = token
      expect(await client.post('refresh')).toMatchObject(refused)
    }
    client.accessToken = own
    expect(await client.post('refresh')).toMatchObject({ status: 200 })
  })

  it('adds little: who copied one has copied both', async () => {
    const thief = client.copy()
    expect(await thief.post('refresh')).toMatchObject({ status: 200 })
  })

  it('counts in the grace window too', async () => {
    await world.turn('jwt', { grace: 5 })
    const late = client.copy()
    await client.post('refresh')
    const { accessToken } = late
    late.accessToken = null
    expect(await late.post('refresh')).toMatchObject(refused)
    late.accessToken = accessToken
    expect(await late.post('refresh')).toMatchObject({ status: 200 })
  })
})
