import { beforeEach, describe, expect, it } from 'vitest'
import type { ShopClient } from '@/lib/client/shop-client'
import { type FreshSandbox, freshSandbox } from '@/lib/testing/sandbox'

let world: FreshSandbox
let client: ShopClient
beforeEach(async () => {
  world = await freshSandbox()
  client = world.client('jwt')
})

const inMinasName = { status: 200, body: { customer: { name: 'Mina Park' } } }
const asGuest = { status: 200, body: { customer: null } }
const accessCookie = () => client.jar.cookies.find(({ name }) => name === '__Secure-access')

describe.each(['memory', 'local-storage'])('carrier %s', (carrier) => {
  beforeEach(() => world.turn('jwt', { carrier }))

  it('puts the token into the body, and takes it as Bearer alone', async () => {
    const { body } = await world.signIn(client)
    expect(body).toMatchObject({ accessToken: expect.any(String), expiresIn: 60 })
    expect(accessCookie()).toBeUndefined()
    expect(await client.get('me')).toMatchObject(inMinasName)
    client.jar.cookies.push({ name: '__Secure-access', value: client.accessToken!, path: client.path })
    client.accessToken = null
    expect(await client.get('me')).toMatchObject(asGuest)
  })
})

describe('carrier cookie', () => {
  beforeEach(() => world.turn('jwt', { carrier: 'cookie' }))

  it('keeps the token out of the body, in a cookie of the whole lane', async () => {
    const { body, setCookie } = await world.signIn(client)
    expect(body).toMatchObject({ expiresIn: 60, customer: { name: 'Mina Park' } })
    expect(body).not.toHaveProperty('accessToken')
    const line = setCookie.find((text) => text.startsWith('__Secure-access='))
    expect(line).toMatch(
      new RegExp(
        `^__Secure-access=[\\w.-]+; Path=${client.path}; Max-Age=43200; HttpOnly; Secure; SameSite=Strict$`,
      ),
    )
    expect(await client.get('me')).toMatchObject(inMinasName)
  })

  it('does not look at Authorization', async () => {
    await world.signIn(client)
    const token = accessCookie()!.value
    client.accessToken = 'a.b.c'
    expect(await client.get('me')).toMatchObject(inMinasName)
    client.jar.cookies = []
    client.accessToken = token
    expect(await client.get('me')).toMatchObject(asGuest)
  })

  it('refuses two at once, and any other text', async () => {
    await world.signIn(client)
    const refused = { status: 401, body: { code: 'credential_refused' }, setCookie: [] }
    client.jar.cookies.push({ ...accessCookie()! })
    expect(await client.get('me')).toMatchObject(refused)
    client.jar.cookies = [{ ...accessCookie()!, value: 'a.b.c' }]
    expect(await client.get('me')).toMatchObject(refused)
    expect(await world.signIn(client)).toMatchObject({ status: 200 })
  })

  it('still arrives when the token has expired, and is renewed at /refresh', async () => {
    await world.signIn(client)
    world.later(60)
    expect(await client.get('me')).toMatchObject({ status: 401, body: { code: 'credential_expired' } })
    const { status, body } = await client.post('refresh')
    expect({ status, body }).toEqual({ status: 200, body: { expiresIn: 60 } })
    expect(await client.get('me')).toMatchObject(inMinasName)
  })

  it('takes both cookies back at sign-out', async () => {
    await world.signIn(client)
    expect(await client.send('POST', 'sign-out')).toMatchObject({ status: 204 })
    expect(client.jar.cookies).toEqual([])
  })

  it('gives a guest one, and merges at sign-in', async () => {
    await client.add('apple', 2)
    expect(accessCookie()).toBeDefined()
    expect((await world.signIn(client)).body.cart.lines).toMatchObject([{ sku: 'apple', quantity: 2 }])
    expect(await client.get('cart')).toMatchObject({ body: { lines: [{ sku: 'apple', quantity: 2 }] } })
  })

  it.each(['memory', 'local-storage'])(
    'turned back to %s: the cookie means nothing any more, and the next answer takes it back',
    async (carrier) => {
      await world.signIn(client)
      await world.turn('jwt', { carrier })
      expect(await client.get('me')).toMatchObject({
        ...asGuest,
        setCookie: [expect.stringMatching(/^__Secure-access=; Path=\S+\/laptop; Max-Age=0;/)],
      })
      expect(accessCookie()).toBeUndefined()
      expect(await client.get('me')).toMatchObject({ ...asGuest, setCookie: [] })
      await client.post('refresh')
      expect(await client.get('me')).toMatchObject(inMinasName)
      await client.send('POST', 'sign-out')
      expect(client.jar.cookies).toEqual([])
    },
  )

  it.each(['post', 'send'] as const)('turned back: the first %s takes it back once', async (how) => {
    await world.signIn(client)
    await world.turn('jwt', { carrier: 'memory' })
    const { setCookie } = await (how === 'post' ? client.post('refresh') : client.send('POST', 'sign-out'))
    expect(setCookie.filter((line) => line.startsWith('__Secure-access='))).toHaveLength(1)
    expect(accessCookie()).toBeUndefined()
  })
})

describe('the attributes of both cookies', () => {
  it.each([
    [{ httpOnly: false }, /; Max-Age=\d+; Secure; SameSite=Strict$/],
    [{ sameSite: 'Lax' }, /; Max-Age=\d+; HttpOnly; Secure; SameSite=Lax$/],
    [{ sameSite: 'None' }, /; Max-Age=\d+; HttpOnly; Secure; SameSite=None$/],
    [{ lifetime: 'session' }, /\/(laptop|refresh); HttpOnly; Secure; SameSite=Strict$/],
  ])('follow %j', async (dials, attributes) => {
    await world.turn('jwt', { carrier: 'cookie', ...dials })
    const { setCookie } = await world.signIn(client)
    expect(setCookie).toHaveLength(2)
    for (const line of setCookie) expect(line).toMatch(attributes)
    for (const line of (await client.post('refresh')).setCookie) expect(line).toMatch(attributes)
  })
})
