import { describe, expect, test } from 'vitest'
import { watchedShop } from '@/lib/testing/watched-shop'
import { shopAnswer } from '../model/shop-answer'
import { sentBody } from './sent-body'

describe('the body of a write', () => {
  test('is kept without its secrets', () => {
    expect(sentBody('{"email":"mina@shop.example","password":"pw-1"}')).toEqual({
      text: '{"email":"mina@shop.example","password":"…"}',
      hidden: ['password'],
    })
  })

  test('hides what it does not know', () => {
    const sent = sentBody('{"sku":"apple","quantity":2,"token":"t","sku2":{"sku":"x"},"email":["a"]}')
    expect(sent).toEqual({
      text: '{"sku":"apple","quantity":2,"token":"…","sku2":"…","email":"…"}',
      hidden: ['token', 'sku2', 'email'],
    })
  })

  test('hides what does not look like what it should be: a password in the wrong field', () => {
    const sent = sentBody('{"email":"pw-1 2","sku":"Pw_1","quantity":"pw-1"}')
    expect(sent).toMatchObject({ text: '{"email":"…","sku":"…","quantity":"…"}' })
    expect(sentBody('{"quantity":"2","sku":"gift-card-7"}')).toMatchObject({ hidden: [] })
  })

  test('is kept as it is when a form sent it and hides nothing', () => {
    expect(sentBody('sku=cheese&quantity=9')).toEqual({ text: 'sku=cheese&quantity=9', hidden: [] })
    expect(sentBody('sku=cheese&password=pw-1')).toBeNull()
  })

  test.each([
    '',
    'null',
    '{"pw-1":""}',
    '{"QmFzZTY0dXJsIQPw":1}',
    '{"__proto__":{"x":1}}',
    '[1]',
    '"pw"',
    '{"password":"pw-1"',
    'password=pw-1',
    `{"sku":"${'a'.repeat(1024)}"}`,
  ])('is not kept when it is %j', (text) => expect(sentBody(text)).toBeNull())
})

describe('an answer of the shop', () => {
  const line = { sku: 'apple', name: 'Apple', quantity: 1, unitPrice: 60, lineTotal: 60 }
  const cart = { lines: [line], discount: 0, total: 60, currency: 'EUR' }

  test('is kept where it says who somebody is, or what is in the cart', () => {
    expect(shopAnswer({ customer: null })).toEqual({ customer: null })
    expect(shopAnswer(cart)).toEqual({ cart })
    expect(shopAnswer({ customer: null, cart })).toEqual({ customer: null, cart })
  })

  test('is left out otherwise', () => {
    expect(shopAnswer({ orders: [] })).toBeNull()
    expect(shopAnswer(undefined)).toBeNull()
    expect(shopAnswer({ ...cart, lines: Array.from({ length: 41 }, () => line) })).toBeNull()
  })
})

describe('a watched shop', () => {
  const shop = watchedShop()

  test('keeps what was sent and answered, and no credential of either', async () => {
    const client = shop.client('jwt')
    const added = await client.add('pear')
    expect(added.sent).toEqual({ text: '{"sku":"pear","quantity":1}', hidden: [] })
    expect(added.answered?.cart?.lines).toMatchObject([{ sku: 'pear', quantity: 1 }])
    const signedIn = await client.signIn()
    expect(signedIn.sent).toEqual({
      text: '{"email":"mina@shop.example","password":"…"}',
      hidden: ['password'],
    })
    expect(signedIn.answered?.customer?.email).toBe('mina@shop.example')
    expect(JSON.stringify([added.answered, signedIn.answered, signedIn.sent])).not.toMatch(
      new RegExp(`accessToken|${shop.world.passwordOf('mina')}`),
    )
    expect(await client.get('me')).toMatchObject({
      sent: null,
      answered: { customer: { name: 'Mina Park' } },
    })
  })

  test('keeps a refusal as a refusal', async () => {
    const refused = await shop.client('session').post('cart/items', { sku: 'nothing', quantity: 1 })
    expect(refused).toMatchObject({ answered: null, sent: { text: '{"sku":"nothing","quantity":1}' } })
  })
})
