/**
 * One suite for three strategies. Headings are states of the credential; where the lanes differ, the expectation
 * comes from differences.ts, and nothing else may differ.
 */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ShopClient } from '@/lib/client/shop-client'
import { PRODUCTS } from '@/lib/shop/catalogue'
import { plant } from '@/lib/testing/measures'
import { type FreshSandbox, freshSandbox } from '@/lib/testing/sandbox'
import { DIFFERENCES, type Worth } from './differences'
import { ACCESS_TOKEN_LIFE } from './lifetimes'
import { STRATEGIES } from './strategy'

const NOW = new Date('2026-11-23T10:42:00Z')
const refused = { status: 401, body: { code: 'credential_refused' } }
const apples = (quantity: number) => ({ body: { lines: [{ sku: 'apple', quantity }] } })

describe.each(STRATEGIES)('%s', (strategy) => {
  let world: FreshSandbox
  let client: ShopClient

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: NOW })
    world = await freshSandbox()
    client = world.client(strategy)
    return () => vi.useRealTimers()
  })

  /** Writes that the lane cannot see in time: the token is refreshed where there is one. */
  async function refreshed() {
    if (strategy === 'jwt') expect(await client.post('refresh')).toMatchObject({ status: 200 })
  }

  async function worthOf(copy: ShopClient): Promise<Worth> {
    const { status, body } = await copy.get('cart')
    if (status === 200) return 'accepted'
    expect(['credential_refused', 'credential_expired']).toContain(body.code)
    return 'refused'
  }

  describe('when the credential is absent', () => {
    it('serves a guest with an empty cart and sets no cookie', async () => {
      const answer = await client.get('cart')
      expect(answer).toMatchObject({ status: 200, setCookie: [] })
      expect(answer.body).toEqual({ lines: [], discount: 0, total: 0, currency: 'EUR' })
      expect(await client.get('me')).toMatchObject({ status: 200, body: { customer: null }, setCookie: [] })
    })

    it('keeps what a guest adds', async () => {
      expect(await client.add('apple', 2)).toMatchObject({ status: 200, ...apples(2) })
      expect(await client.get('cart')).toMatchObject({ status: 200, ...apples(2) })
    })

    it.each(['orders', 'devices'])('answers 401 with a challenge at %s', async (path) => {
      const answer = await client.get(path)
      expect(answer).toMatchObject({ status: 401, body: { code: 'sign_in_required' } })
      expect(answer.headers.get('WWW-Authenticate')).toBe(
        strategy === 'jwt' ? 'Bearer realm="shop"' : 'Cookie realm="shop"',
      )
    })

    it('answers 401 at checkout and password', async () => {
      const wanted = { status: 401, body: { code: 'sign_in_required' } }
      expect(await client.post('checkout')).toMatchObject(wanted)
      expect(await client.post('password', { current: 'x', next: 'a long new one' })).toMatchObject(wanted)
    })

    it('signs out without a word', async () => {
      expect(await client.send('POST', 'sign-out')).toMatchObject({ status: 204, setCookie: [] })
    })
  })

  describe('when the credential is valid', () => {
    it('tells who it is, and what the cart costs this customer', async () => {
      await world.signIn(client)
      await client.add('cheese', 2)
      expect((await client.get('me')).body).toEqual({
        customer: { email: 'mina@shop.example', name: 'Mina Park', role: 'customer' },
      })
      expect((await client.get('cart')).body).toEqual({
        lines: [{ sku: 'cheese', name: 'Cheese', quantity: 2, unitPrice: 650, lineTotal: 1300 }],
        discount: 130,
        total: 1170,
        currency: 'EUR',
      })
    })

    it('changes, removes, and knows what is not there', async () => {
      await client.add('apple', 2)
      expect(await client.send('PATCH', 'cart/items/apple', { quantity: 5 })).toMatchObject(apples(5))
      expect(await client.send('PATCH', 'cart/items/pear', { quantity: 5 })).toMatchObject({
        status: 404,
        body: { code: 'not_in_cart' },
      })
      expect((await client.send('DELETE', 'cart/items/apple')).body.lines).toEqual([])
    })

    it('caps a line at 99', async () => {
      await client.add('apple', 60)
      expect(await client.add('apple', 60)).toMatchObject(apples(99))
    })

    it('checks out once, and remembers the order', async () => {
      await world.signIn(client)
      await client.add('apple', 10)
      const answer = await client.post('checkout')
      expect(answer).toMatchObject({ status: 201, body: { order: { total: 540, currency: 'EUR' } } })
      expect((await client.get('cart')).body.lines).toEqual([])
      expect(await client.post('checkout')).toMatchObject({ status: 409, body: { code: 'empty_cart' } })
      expect((await client.get('orders')).body.orders).toEqual([answer.body.order])
    })

    it('lists the devices, or says that it cannot know', async () => {
      await world.signIn(client)
      await world.signIn(world.client(strategy, 'phone'))
      const answer = await client.get('devices')
      if (DIFFERENCES.devices[strategy] === 'not_possible')
        return expect(answer).toMatchObject({ status: 409, body: { code: 'not_possible' } })
      expect(answer.body.devices).toMatchObject([
        { device: 'laptop', current: true },
        { device: 'phone', current: false },
      ])
      const phone = answer.body.devices[1].id
      expect(await client.send('DELETE', `devices/${phone}`)).toMatchObject({ status: 204 })
      expect(await client.send('DELETE', `devices/${phone}`)).toMatchObject({ status: 404 })
    })

    it('is readable by its holder only where that is declared', async () => {
      await world.signIn(client)
      const parts = client.credential!.split(/[.*~]/)
      const texts = parts.map((part) => Buffer.from(part, 'base64url').toString('latin1'))
      expect(texts.some((text) => text.includes('mina'))).toBe(DIFFERENCES.readableByHolder[strategy])
    })

    it('shows a second device the cart that is declared', async () => {
      await world.signIn(client)
      await client.add('apple', 3)
      const phone = world.client(strategy, 'phone')
      await world.signIn(phone)
      const seen = (await phone.get('cart')).body.lines.length === 0 ? 'own' : 'shared'
      expect(seen).toBe(DIFFERENCES.cartOnSecondDevice[strategy])
    })

    it('uses a changed discount when declared', async () => {
      await world.signIn(client)
      await client.add('apple', 10)
      await world.sandbox.users.setDiscount('mina', 50)
      const discount = async () => (await client.get('cart')).body.discount
      let seen = 'next request'
      if ((await discount()) !== 300) {
        await refreshed()
        seen = 'next refresh'
      }
      if ((await discount()) !== 300) {
        await world.signIn(client)
        seen = 'next sign-in'
      }
      expect(await discount()).toBe(300)
      expect(seen).toBe(DIFFERENCES.discountChange[strategy])
    })

    it('keeps or loses parallel adds as declared', async () => {
      await world.signIn(client)
      await client.add('apple')
      const skus = ['pear', 'plum', 'lemon', 'bread']
      const answers = await Promise.all(skus.map((sku) => client.copy().add(sku)))
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
      // What the browser keeps is what the last answer said.
      const last = answers.at(-1)!.setCookie[0]
      if (strategy === 'cookie') client.present(/=([^;]+)/.exec(last!)![1]!)
      const kept = (await client.get('cart')).body.lines.length === 5 ? 'kept' : 'lost'
      expect(kept).toBe(DIFFERENCES.parallelAdds[strategy])
    })

    it('takes the whole catalogue, or refuses before the browser would drop the cookie', async () => {
      let outcome = 'fits'
      let lines = 0
      for (const { sku } of PRODUCTS) {
        const { status, body } = await client.add(sku, 9)
        if (status !== 200) {
          expect({ status, code: body.code }).toEqual({ status: 409, code: 'cart_full' })
          outcome = body.code
          break
        }
        lines++
        for (const { name, value } of client.jar.cookies)
          expect(name.length + value.length).toBeLessThanOrEqual(4096)
      }
      expect(outcome).toBe(DIFFERENCES.wholeCatalogue[strategy])
      expect(lines).toBeGreaterThanOrEqual(150)
      expect((await client.get('cart')).body.lines).toHaveLength(lines)
    })
  })

  describe('when the credential has expired', () => {
    it('is good until one second before its own end', async () => {
      await world.signIn(client)
      await client.add('apple')
      world.later(DIFFERENCES.ownEnd[strategy] - 1)
      expect(await client.get('me')).toMatchObject({ status: 200, body: { customer: { name: 'Mina Park' } } })
    })

    it('answers 401 credential_expired, sets no cookie, and sign-in works again', async () => {
      await world.signIn(client)
      world.later(DIFFERENCES.ownEnd[strategy])
      const answer = await client.get('cart')
      expect(answer).toMatchObject({ status: 401, body: { code: 'credential_expired' }, setCookie: [] })
      if (strategy === 'jwt') client.accessToken = null
      expect(await world.signIn(client)).toMatchObject({ status: 200 })
      expect(await client.get('me')).toMatchObject({ body: { customer: { name: 'Mina Park' } } })
    })

    it('ends in any case at the absolute end', async () => {
      await world.signIn(client)
      // Often enough that an idle end does not come first; a refresh is good at any time.
      const step = strategy === 'session' ? DIFFERENCES.ownEnd.session / 2 : 60 * 60
      for (let passed = step; passed < DIFFERENCES.absoluteEnd[strategy]; passed += step) {
        world.later(step)
        if (strategy === 'jwt') await client.post('refresh')
        expect(await client.get('me')).toMatchObject({ status: 200 })
      }
      world.later(step)
      if (strategy === 'jwt')
        expect(await client.post('refresh')).toMatchObject({
          status: 401,
          body: { code: 'credential_expired' },
        })
      if (strategy === 'jwt') world.later(ACCESS_TOKEN_LIFE)
      expect(await client.get('me')).toMatchObject({ status: 401, body: { code: 'credential_expired' } })
    })

    it('can still be signed out', async () => {
      await world.signIn(client)
      world.later(DIFFERENCES.ownEnd[strategy])
      expect(await client.send('POST', 'sign-out')).toMatchObject({ status: 204 })
      expect(client.jar.cookies).toEqual([])
    })
  })

  describe('when the credential is forged', () => {
    // An empty Bearer is none: the client leaves the field out.
    const empty = strategy === 'jwt' ? [] : ['']
    it.each([...empty, 'x', 'a'.repeat(43), 'a.b.c', 'Fe26.2*1*a*b*c*d*e~2', 'ä'.repeat(8)])(
      'refuses %j',
      async (text) => {
        client.present(encodeURIComponent(text))
        expect(await client.get('cart')).toMatchObject({ ...refused, setCookie: [] })
      },
    )

    it('refuses a change of any one character, and touches nothing', async () => {
      await world.signIn(client)
      await client.add('apple', 2)
      const real = client.credential!
      for (let at = 0; at < real.length; at++) {
        const other = real[at] === 'A' ? 'B' : 'A'
        client.present(real.slice(0, at) + other + real.slice(at + 1))
        const answer = await client.get('me')
        expect({ at, ...answer }).toMatchObject({ at, ...refused, setCookie: [] })
      }
      client.present(real)
      expect(await client.get('cart')).toMatchObject({ status: 200, ...apples(2) })
    })

    it.each(['=', '==', '~2', '~9', '.', 'A', ' x'])('refuses %j behind it', async (tail) => {
      await world.signIn(client)
      client.present(client.credential! + tail)
      expect(await client.get('me')).toMatchObject(refused)
    })

    it('refuses two at once', async () => {
      await world.signIn(client)
      if (strategy === 'jwt') client.accessToken = `${client.accessToken}, Bearer ${client.accessToken}`
      else client.jar.cookies.push({ ...client.jar.cookies[0]! })
      expect(await client.get('me')).toMatchObject(refused)
    })

    it('does not stop a sign-in from which the client cannot leave it out', async () => {
      client.present('forged')
      if (strategy === 'jwt') expect(await world.signIn(client)).toMatchObject(refused)
      else expect(await world.signIn(client)).toMatchObject({ status: 200 })
    })
  })

  describe('when the credential is of another sandbox', () => {
    it('refuses it, and the other one keeps working', async () => {
      await world.signIn(client)
      const elsewhere = await freshSandbox()
      const stranger = elsewhere.client(strategy)
      stranger.present(client.credential!)
      expect(await stranger.get('me')).toMatchObject({ ...refused, setCookie: [] })
      expect(await client.get('me')).toMatchObject({ status: 200, body: { customer: { name: 'Mina Park' } } })
    })
  })

  describe('after renewal at sign-in', () => {
    it('carries the guest cart over and issues another credential', async () => {
      await client.add('apple', 2)
      const before = client.credential
      expect((await world.signIn(client)).body.cart.lines).toMatchObject([{ sku: 'apple', quantity: 2 }])
      expect(client.credential).not.toBe(before)
      expect(await client.get('cart')).toMatchObject(apples(2))
    })

    it.runIf(DIFFERENCES.cartAfterSignOut[strategy] === 'kept')(
      'adds up when both had some, capped',
      async () => {
        await world.signIn(client)
        await client.add('apple', 50)
        await client.send('POST', 'sign-out')
        const guest = world.client(strategy)
        await guest.add('apple', 60)
        await world.signIn(guest)
        expect(await guest.get('cart')).toMatchObject(apples(99))
      },
    )

    it('is worth what is declared: the old credential', async () => {
      await client.add('apple')
      const old = client.copy()
      await world.signIn(client)
      expect(await worthOf(old)).toBe(DIFFERENCES.oldCredentialAfterSignIn[strategy])
    })

    it('never makes a planted value a session', async () => {
      const planted = strategy === 'cookie' ? 'Fe26.2*1*a*b*c*d*e~2' : 'A'.repeat(43)
      plant(client, planted)
      await world.signIn(client)
      expect([client.credential, client.refreshToken]).not.toContain(planted)
      const attacker = world.client(strategy)
      plant(attacker, planted)
      const answer = await (strategy === 'jwt' ? attacker.post('refresh') : attacker.get('me'))
      expect(answer).toMatchObject(refused)
    })

    it('refuses a wrong password and an unknown address alike', async () => {
      const wrong = await client.post('sign-in', { email: 'mina@shop.example', password: 'wrong' })
      const unknown = await client.post('sign-in', { email: 'nobody@shop.example', password: 'wrong' })
      expect(wrong).toMatchObject({ status: 401, body: { code: 'wrong_password' }, setCookie: [] })
      expect(unknown.body).toEqual(wrong.body)
    })
  })

  describe('after sign-out', () => {
    it('is a guest again, here', async () => {
      await world.signIn(client)
      await client.add('apple')
      expect(await client.send('POST', 'sign-out')).toMatchObject({ status: 204, body: null })
      expect(client.jar.cookies).toEqual([])
      client.accessToken = null
      expect(await client.get('me')).toMatchObject({ status: 200, body: { customer: null } })
    })

    it('is worth what is declared: a copy', async () => {
      await world.signIn(client)
      const copy = client.copy()
      await client.send('POST', 'sign-out')
      expect(await worthOf(copy)).toBe(DIFFERENCES.copyAfterSignOut[strategy])
      if (strategy === 'jwt') expect(await copy.post('refresh')).toMatchObject(refused)
      world.later(ACCESS_TOKEN_LIFE)
      expect(await worthOf(copy)).toBe(DIFFERENCES.copyOneAccessLifeLater[strategy])
    })

    it('has the cart that is declared when the same customer comes back', async () => {
      await world.signIn(client)
      await client.add('apple')
      await client.send('POST', 'sign-out')
      client.accessToken = null
      await world.signIn(client)
      const cart = (await client.get('cart')).body.lines.length === 0 ? 'gone' : 'kept'
      expect(cart).toBe(DIFFERENCES.cartAfterSignOut[strategy])
    })
  })

  describe('after forced sign-out', () => {
    it('is worth what is declared, on both devices, now and one access-token life later', async () => {
      const phone = world.client(strategy, 'phone')
      await world.signIn(client)
      await world.signIn(phone)
      const { status, body } = await world.desk('POST', 'force-sign-out', { email: 'mina@shop.example' })
      expect(status).toBe(200)
      const reached = strategy !== 'cookie'
      expect(body.lanes[strategy]).toMatchObject({ reached, ended: reached ? 2 : 0 })
      for (const device of [client, phone]) {
        expect(await worthOf(device)).toBe(DIFFERENCES.copyAfterForcedSignOut[strategy])
        if (strategy === 'jwt') expect(await device.post('refresh')).toMatchObject(refused)
      }
      world.later(ACCESS_TOKEN_LIFE)
      for (const device of [client, phone])
        expect(await worthOf(device)).toBe(DIFFERENCES.copyOneAccessLifeLater[strategy])
    })

    it('lets the customer in again', async () => {
      await world.signIn(client)
      await world.desk('POST', 'force-sign-out', { email: 'mina@shop.example' })
      if (strategy === 'jwt') client.accessToken = null
      expect(await world.signIn(client)).toMatchObject({ status: 200 })
      expect(await client.get('me')).toMatchObject({ body: { customer: { name: 'Mina Park' } } })
    })
  })

  describe('after a password change', () => {
    it('is worth what is declared: a sign-in elsewhere', async () => {
      const phone = world.client(strategy, 'phone')
      await world.signIn(client)
      await world.signIn(phone)
      const change = { current: world.passwordOf('mina'), next: 'correct horse battery' }
      expect(await client.post('password', { ...change, current: 'wrong' })).toMatchObject({
        status: 422,
        body: { errors: [{ path: 'current', code: 'wrong_password' }] },
      })
      expect(await client.post('password', change)).toMatchObject({ status: 204 })
      expect(await worthOf(phone)).toBe(DIFFERENCES.copyAfterPasswordChange[strategy])
      expect(await client.get('me')).toMatchObject({ status: 200, body: { customer: { name: 'Mina Park' } } })
      expect(await world.signIn(world.client(strategy))).toMatchObject({ body: { code: 'wrong_password' } })
    })
  })
})
