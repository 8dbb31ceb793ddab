import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ShopClient } from '@/lib/client/shop-client'
import { type FreshSandbox, freshSandbox } from '@/lib/testing/sandbox'
import { decoded } from '@/lib/testing/tokens'

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
const known = { status: 200, body: { customer: { name: 'Mina Park' } } }

describe('algorithm', () => {
  it.each([
    ['HS256', '1'],
    ['EdDSA', '1e'],
  ])('%s signs with the key %s of the sandbox', async (algorithm, kid) => {
    await world.turn('jwt', { algorithm })
    await world.signIn(client)
    expect(decoded(client.accessToken!).header).toEqual({ alg: algorithm, typ: 'at+jwt', kid })
    expect(await client.get('me')).toMatchObject(known)
  })

  it.each([
    ['HS256', 'EdDSA'],
    ['EdDSA', 'HS256'],
  ])('a token of %s is refused under %s', async (before, after) => {
    await world.turn('jwt', { algorithm: before })
    await world.signIn(client)
    await world.turn('jwt', { algorithm: after })
    expect(await client.get('me')).toMatchObject(refused)
    expect(await client.post('refresh')).toMatchObject({ status: 200 })
    expect(await client.get('me')).toMatchObject(known)
  })

  it('EdDSA: a change of any one character is refused', async () => {
    await world.turn('jwt', { algorithm: 'EdDSA' })
    await world.signIn(client)
    const real = client.accessToken!
    for (let at = 0; at < real.length; at++) {
      client.accessToken = real.slice(0, at) + (real[at] === 'A' ? 'B' : 'A') + real.slice(at + 1)
      expect({ at, ...(await client.get('me')) }).toMatchObject({ at, ...refused })
    }
    client.accessToken = real
    expect(await client.get('me')).toMatchObject(known)
  })

  it('EdDSA: keys are those of one sandbox, and go with a rotation that keeps none', async () => {
    await world.turn('jwt', { algorithm: 'EdDSA' })
    await world.signIn(client)
    const elsewhere = await freshSandbox()
    await elsewhere.turn('jwt', { algorithm: 'EdDSA' })
    const stranger = elsewhere.client('jwt')
    stranger.accessToken = client.accessToken
    expect(await stranger.get('me')).toMatchObject(refused)
    await world.sandbox.rotateKeys('jwt', true)
    expect(await client.get('me')).toMatchObject(known)
    await world.sandbox.rotateKeys('jwt', false)
    expect(await client.get('me')).toMatchObject(refused)
  })
})

describe('access life and tolerance', () => {
  it.each([10, 30, 60, 300, 900])('a token of %i s is good until then', async (accessLife) => {
    await world.turn('jwt', { accessLife })
    expect((await world.signIn(client)).body.expiresIn).toBe(accessLife)
    const { iat, exp } = decoded(client.accessToken!).claims
    expect(exp - iat).toBe(accessLife)
    world.later(accessLife - 2)
    expect(await client.get('me')).toMatchObject(known)
    world.later(2)
    expect(await client.get('me')).toMatchObject({ status: 401, body: { code: 'credential_expired' } })
    expect((await client.post('refresh')).body.expiresIn).toBe(accessLife)
  })

  it.each([5, 30])('with a tolerance of %i s it is taken that much longer', async (tolerance) => {
    await world.turn('jwt', { tolerance })
    await world.signIn(client)
    world.later(60 + tolerance - 2)
    expect(await client.get('me')).toMatchObject(known)
    world.later(2)
    expect(await client.get('me')).toMatchObject({ status: 401, body: { code: 'credential_expired' } })
  })
})
