import { beforeEach, describe, expect, it } from 'vitest'
import type { ShopClient } from '@/lib/client/shop-client'
import { db } from '@/lib/db/client'
import { PRODUCTS } from '@/lib/shop/catalogue'
import { type FreshSandbox, freshSandbox } from '@/lib/testing/sandbox'
import { decoded } from '@/lib/testing/tokens'

let world: FreshSandbox
let client: ShopClient
beforeEach(async () => {
  world = await freshSandbox()
  client = world.client('jwt')
  await world.turn('jwt', { cartIn: 'claims' })
})

const claimsOf = ({ accessToken }: ShopClient) => decoded(accessToken!).claims
const apples = (quantity: number) => ({ status: 200, body: { lines: [{ sku: 'apple', quantity }] } })

describe('the cart in the claims', () => {
  it('is in a new token with each change, of the same life, and in no row', async () => {
    await world.signIn(client)
    const before = client.accessToken!
    world.later(20)
    const { body } = await client.add('apple', 2)
    expect(body.expiresIn).toBeLessThanOrEqual(40)
    expect(claimsOf(client)).toMatchObject({ cart: { apple: 2 }, exp: decoded(before).claims.exp })
    expect(client.accessToken!.length).toBeGreaterThan(before.length)
    expect(await client.get('cart')).toMatchObject(apples(2))
    expect(await db().cart.count({ where: { sandboxId: world.sandbox.id } })).toBe(0)
  })

  it('goes over a refresh only in the token that comes along', async () => {
    await world.signIn(client)
    await client.add('apple', 2)
    world.later(61)
    await client.post('refresh')
    expect(await client.get('cart')).toMatchObject(apples(2))
    client.accessToken = null
    await client.post('refresh')
    expect((await client.get('cart')).body.lines).toEqual([])
  })

  it('is not taken from a token of somebody else', async () => {
    await world.signIn(client)
    const other = world.client('jwt', 'phone')
    await other.add('apple', 5)
    client.accessToken = other.accessToken
    await client.post('refresh')
    expect((await client.get('cart')).body.lines).toEqual([])
  })

  it('comes along from guest to customer, and is gone after a sign-out', async () => {
    await client.add('apple', 2)
    expect((await world.signIn(client)).body.cart.lines).toMatchObject([{ sku: 'apple', quantity: 2 }])
    expect(await client.get('cart')).toMatchObject(apples(2))
    await client.send('POST', 'sign-out')
    client.accessToken = null
    await world.signIn(client)
    expect((await client.get('cart')).body.lines).toEqual([])
  })

  it('loses one of two adds at once', async () => {
    await world.signIn(client)
    await client.add('apple')
    const tab = client.copy()
    expect(await client.add('pear')).toMatchObject({ status: 200 })
    expect(await tab.add('plum')).toMatchObject({ status: 200 })
    expect((await tab.get('cart')).body.lines.map(({ sku }: { sku: string }) => sku)).toEqual([
      'apple',
      'plum',
    ])
  })

  it('is ordered and empty afterwards; an old token still says the old cart', async () => {
    await world.signIn(client)
    await client.add('apple', 2)
    const old = client.copy()
    expect(await client.post('checkout')).toMatchObject({ status: 201 })
    expect((await client.get('cart')).body.lines).toEqual([])
    expect(await old.get('cart')).toMatchObject(apples(2))
  })

  it('cannot be altered', async () => {
    await world.signIn(client)
    await client.add('apple')
    const [header, , signature] = client.accessToken!.split('.')
    const claims = Buffer.from(JSON.stringify({ ...claimsOf(client), cart: { cheese: 9 } }))
    client.accessToken = [header, claims.toString('base64url'), signature].join('.')
    expect(await client.get('cart')).toMatchObject({ status: 401, body: { code: 'credential_refused' } })
  })

  it('in a cookie: is refused before a browser would drop it, and what fitted stays', async () => {
    await world.turn('jwt', { carrier: 'cookie' })
    await world.signIn(client)
    let lines = 0
    for (const { sku } of PRODUCTS) {
      const { status, body } = await client.add(sku, 9)
      if (status === 409) {
        expect(body.code).toBe('cart_full')
        break
      }
      lines++
      for (const { name, value } of client.jar.cookies)
        expect(name.length + value.length).toBeLessThanOrEqual(4096)
    }
    expect(lines).toBeGreaterThan(100)
    expect(lines).toBeLessThan(200)
    expect((await client.get('cart')).body.lines).toHaveLength(lines)
    expect(await client.post('refresh')).toMatchObject({ status: 200 })
    expect((await client.get('cart')).body.lines).toHaveLength(lines)
  })

  it('as Bearer: the whole catalogue fits, and the token has grown', async () => {
    await world.signIn(client)
    for (const { sku } of PRODUCTS) expect(await client.add(sku, 9)).toMatchObject({ status: 200 })
    expect(client.accessToken!.length).toBeGreaterThan(4096)
  })

  it('turned back to a row: the claim is not looked at, and no dial rewrites a token', async () => {
    await world.signIn(client)
    await client.add('apple', 2)
    await world.turn('jwt', { cartIn: 'row' })
    expect((await client.get('cart')).body.lines).toEqual([])
    await client.add('pear')
    await world.turn('jwt', { cartIn: 'claims' })
    expect(await client.get('cart')).toMatchObject(apples(2))
  })
})
