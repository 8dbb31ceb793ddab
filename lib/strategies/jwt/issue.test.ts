import { beforeEach, describe, expect, it } from 'vitest'
import type { ShopClient } from '@/lib/client/shop-client'
import { type FreshSandbox, freshSandbox } from '@/lib/testing/sandbox'
import { decoded } from '@/lib/testing/tokens'
import { REFRESH_LIFE } from '../lifetimes'

let world: FreshSandbox
let client: ShopClient
beforeEach(async () => {
  world = await freshSandbox()
  client = world.client('jwt')
})

const refused = { status: 401, body: { code: 'credential_refused' }, setCookie: [] }
const expired = { status: 401, body: { code: 'credential_expired' } }
const known = { status: 200, body: { customer: { name: 'Mina Park' } } }
const claimsOf = ({ accessToken }: ShopClient) => decoded(accessToken!).claims

/** One request each half minute. Returns the seconds at which it was no longer answered. */
async function staying(seconds: number) {
  for (let passed = 30; passed <= seconds; passed += 30) {
    world.later(30)
    if ((await client.get('me')).status !== 200) return passed
  }
  return null
}

describe('sliding', () => {
  it.each(['capped', 'uncapped'])('%s: each answer carries a new token', async (sliding) => {
    await world.turn('jwt', { sliding })
    await world.signIn(client)
    const seen = new Set([client.accessToken])
    await client.get('me')
    seen.add(client.accessToken)
    await client.get('cart')
    seen.add(client.accessToken)
    await client.add('apple')
    seen.add(client.accessToken)
    expect(seen.size).toBe(4)
    expect(await staying(300)).toBeNull()
    world.later(61)
    expect(await client.get('me')).toMatchObject(expired)
  })

  it('in a cookie: each answer writes it', async () => {
    await world.turn('jwt', { sliding: 'capped', carrier: 'cookie' })
    await world.signIn(client)
    const { setCookie, body } = await client.get('me')
    expect(setCookie).toMatchObject([expect.stringMatching(/^__Secure-access=/)])
    expect(body).toMatchObject({ expiresIn: 60, customer: { name: 'Mina Park' } })
  })

  it('gives nobody anything with a refusal', async () => {
    await world.turn('jwt', { sliding: 'uncapped' })
    expect((await client.get('me')).body).toEqual({ customer: null })
    await world.signIn(client)
    world.later(61)
    const { body, setCookie } = await client.get('me')
    expect(setCookie).toEqual([])
    expect(body).not.toHaveProperty('accessToken')
  })

  it('capped: ends at the absolute end counted from sign-in, also over a refresh', async () => {
    await world.turn('jwt', { sliding: 'capped', accessLife: 900 })
    await world.signIn(client)
    const from = claimsOf(client).auth_time
    world.later(600)
    await client.post('refresh')
    expect(claimsOf(client).auth_time).toBe(from)
    for (let passed = 600; passed < REFRESH_LIFE - 300; passed += 300) {
      world.later(300)
      expect(await client.get('me')).toMatchObject(known)
    }
    expect(claimsOf(client).exp).toBe(from + REFRESH_LIFE)
    world.later(300)
    expect(await client.get('me')).toMatchObject(expired)
  })

  it('uncapped: for ever, even after a sign-out, and so does a copy', async () => {
    await world.turn('jwt', { sliding: 'uncapped', accessLife: 900 })
    await world.signIn(client)
    const thief = client.copy()
    await client.send('POST', 'sign-out')
    for (let hour = 0; hour < 24; hour += 0.2) {
      world.later(720)
      expect(await thief.get('me')).toMatchObject(known)
    }
    expect(await thief.post('refresh')).toMatchObject({ status: 401 })
  })

  it('copies what the old token says: a demotion waits for the refresh', async () => {
    await world.turn('jwt', { sliding: 'capped' })
    await world.signIn(client, 'sam')
    await world.sandbox.users.setRole('sam', 'customer')
    await client.get('me')
    expect((await client.get('me')).body.customer.role).toBe('support')
    await client.post('refresh')
    expect((await client.get('me')).body.customer.role).toBe('customer')
  })

  it('leaves a token from before the dial was turned as it is, until the refresh', async () => {
    await world.signIn(client)
    await world.turn('jwt', { sliding: 'capped' })
    expect((await client.get('me')).body).not.toHaveProperty('accessToken')
    await client.post('refresh')
    expect((await client.get('me')).body).toHaveProperty('accessToken')
  })
})

describe('tokens from before a password change', () => {
  const change = (holder: ShopClient) =>
    holder.post('password', { current: world.passwordOf('mina'), next: 'correct horse battery' })

  it('accepted: they live to their end', async () => {
    await world.signIn(client)
    const copy = client.copy()
    expect(await change(client)).toMatchObject({ status: 204 })
    expect(await copy.get('me')).toMatchObject(known)
  })

  it('refused: all of them, and whoever made the change gets a new one', async () => {
    await world.turn('jwt', { oldTokens: 'refused' })
    await world.signIn(client)
    const phone = world.client('jwt', 'phone')
    await world.signIn(phone)
    const copy = client.copy()
    const guest = world.client('jwt')
    await guest.add('apple')
    expect(await change(client)).toMatchObject({ status: 200, body: { expiresIn: expect.any(Number) } })
    for (const old of [copy, phone]) expect(await old.get('me')).toMatchObject(refused)
    expect(await phone.post('refresh')).toMatchObject(refused)
    expect(await client.get('me')).toMatchObject(known)
    expect(await client.post('refresh')).toMatchObject({ status: 200 })
    expect(await client.get('me')).toMatchObject(known)
    expect(await guest.get('cart')).toMatchObject({ status: 200 })
  })

  it('refused: a sign-in within the same second is good', async () => {
    await world.turn('jwt', { oldTokens: 'refused' })
    await world.signIn(client)
    await change(client)
    const { iat } = claimsOf(client)
    const again = world.client('jwt', 'phone')
    await again.post('sign-in', { email: 'mina@shop.example', password: 'correct horse battery' })
    expect(await again.get('me')).toMatchObject(known)
    expect(iat * 1000).toBeGreaterThan(world.sandbox.users.passwordChangedAt('mina')!.getTime())
  })
})
