/** What the note reads off what is stored: from real requests, as the page gets them. */
import { expect, it } from 'vitest'
import { watchedShop } from '@/lib/testing/watched-shop'
import { maskExchange } from '@/lib/trace/export/mask'
import { observe } from './readings'

const shop = watchedShop()

it('what lies in the browser, and what on the server', async () => {
  const cookie = maskExchange(await shop.client('cookie').add('apple'))
  const session = maskExchange(await shop.client('session').add('apple'))
  const jwt = maskExchange(await shop.client('jwt').signIn())
  const seen = { cookie, session, jwt }
  expect(observe('lanes-with-rows', seen)).toBe('session+jwt')
  expect(observe('cookies', seen, 'session')).toBe('1')
  expect(observe('cookie-form', seen, 'cookie')).toBe('sealed')
  expect(observe('cookie-form', seen, 'session')).toBe('random')
  expect(observe('row-form', seen, 'session')).toBe('plain')
  expect(observe('row-form', seen, 'cookie')).toBe('none')
  expect(observe('passwords-stored', seen, 'session')).toBe('0')
})

it('a cookie of another device is not counted, and a column named after a password is', async () => {
  const phone = shop.client('session', 'phone')
  await phone.add('apple')
  const seen = maskExchange(await shop.client('session').get('cart'))
  expect(observe('cookies', { session: seen }, 'session')).toBe('0')
  const [row] = maskExchange(await phone.get('cart')).stored.after.filter(({ place }) => place === 'row')
  const leaky = { ...row!, contents: [...row!.contents, { name: 'passwordHash', value: 'x' }] }
  const after = { ...seen, stored: { before: [], after: [leaky] } }
  expect(observe('passwords-stored', { session: after }, 'session')).toBe('1')
})

it('what the answer says: lines of the cart, and for whom', async () => {
  const client = shop.client('session')
  const guest = maskExchange(await client.add('apple'))
  await client.signIn()
  const mina = maskExchange(await client.get('cart'))
  expect(observe('cart-lines', { session: guest }, 'session')).toBe('1')
  expect(observe('signed-in-as', { session: guest }, 'session')).toBe('nobody')
  expect(observe('signed-in-as', { session: mina }, 'session')).toBe('mina')
  expect(observe('cart-lines', { session: maskExchange(await client.get('orders')) }, 'session')).toBeNull()
})
