import { beforeEach, describe, expect, it } from 'vitest'
import type { ShopClient } from '@/lib/client/shop-client'
import { db } from '@/lib/db/client'
import { type FreshSandbox, freshSandbox } from '@/lib/testing/sandbox'

let world: FreshSandbox
let client: ShopClient
beforeEach(async () => {
  world = await freshSandbox()
  client = world.client('jwt')
  await world.signIn(client)
})

const refused = { status: 401, body: { code: 'credential_refused' }, setCookie: [] }
const families = () => db().refreshFamily.findMany({ where: { sandboxId: world.sandbox.id } })

describe('refresh', () => {
  it('gives another token each time, and the family goes on', async () => {
    const seen = new Set([client.jar.cookies[0]!.value])
    for (let turn = 0; turn < 5; turn++) {
      expect(await client.post('refresh')).toMatchObject({ status: 200 })
      seen.add(client.jar.cookies[0]!.value)
    }
    expect(seen.size).toBe(6)
    expect(await families()).toMatchObject([{ generation: 6, endedAt: null }])
  })

  it('stores no refresh token, only hashes', async () => {
    await client.post('refresh')
    const spent = await db().spentRefreshToken.findMany({
      where: { family: { sandboxId: world.sandbox.id } },
    })
    const stored = JSON.stringify([await families(), spent])
    expect(stored).not.toContain(client.jar.cookies[0]!.value)
  })

  it('ends the family when the thief uses the token first', async () => {
    const thief = client.copy()
    expect(await thief.post('refresh')).toMatchObject({ status: 200 })
    expect(await client.post('refresh')).toMatchObject(refused)
    expect(await thief.post('refresh')).toMatchObject(refused)
    expect(await families()).toMatchObject([{ endedBecause: 'reuse' }])
  })

  it('ends the family when the thief comes second, or three rotations late', async () => {
    const thief = client.copy()
    for (let turn = 0; turn < 3; turn++) await client.post('refresh')
    expect(await thief.post('refresh')).toMatchObject(refused)
    expect(await client.post('refresh')).toMatchObject(refused)
    expect(await families()).toMatchObject([{ endedBecause: 'reuse' }])
  })

  it.each([2, 5, 20])('never has two successors in a race of %i', async (callers) => {
    const copies = Array.from({ length: callers }, () => client.copy())
    const answers = await Promise.all(copies.map((copy) => copy.post('refresh')))
    const won = answers.filter(({ status }) => status === 200)
    expect(won).toHaveLength(1)
    for (const lost of answers.filter((answer) => !won.includes(answer))) expect(lost).toMatchObject(refused)
    expect(await families()).toHaveLength(1)
  })

  it('asks for a sign-in when there is nothing to refresh with', async () => {
    expect(await world.client('jwt').post('refresh')).toMatchObject({
      status: 401,
      body: { code: 'sign_in_required' },
    })
  })

  it.each(['', 'x', 'A'.repeat(43), 'A'.repeat(42), `${'A'.repeat(42)}B`, 'a.b.c'])(
    'refuses %j',
    async (text) => {
      client.jar.cookies[0]!.value = text
      expect(await client.post('refresh')).toMatchObject(refused)
      expect(await families()).toMatchObject([{ endedAt: null }])
    },
  )

  it('keeps the cart of a guest over the end of an access token', async () => {
    const guest = world.client('jwt', 'phone')
    await guest.add('plum', 3)
    world.later(61)
    expect(await guest.get('cart')).toMatchObject({ status: 401, body: { code: 'credential_expired' } })
    await guest.post('refresh')
    expect(await guest.get('cart')).toMatchObject({ body: { lines: [{ sku: 'plum', quantity: 3 }] } })
  })
})
