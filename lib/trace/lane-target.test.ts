import { expect, test } from 'vitest'
import { laneTarget } from './lane-target'

const SHOP = '/api/jwt/AAAAAAAAAAA/phone'

test.each([
  ['GET', 'me', 'me'],
  ['HEAD', 'cart', 'cart.read'],
  ['GET', 'cart?x=1', 'cart.read'],
  ['POST', 'cart/items', 'cart.add'],
  ['PATCH', 'cart/items/apple', 'cart.change'],
  ['DELETE', 'cart/items/app%6ce', 'cart.remove'],
  ['POST', 'sign-in', 'sign-in'],
  ['POST', 'sign-out', 'sign-out'],
  ['POST', 'checkout', 'checkout'],
  ['GET', 'orders', 'orders'],
  ['GET', 'devices', 'devices'],
  ['DELETE', 'devices/a', 'devices.end'],
  ['POST', 'password', 'password'],
  ['POST', 'refresh', 'refresh'],
  ['GET', 'refresh', 'other'],
  ['GET', 'cart/', 'other'],
  ['GET', '%zz', 'other'],
])('%s %s is %s', (method, rest, action) =>
  expect(laneTarget(method, `${SHOP}/${rest}`)).toMatchObject({
    strategy: 'jwt',
    sandbox: 'AAAAAAAAAAA',
    device: 'phone',
    action,
  }),
)

test.each([
  '/./api/jwt/AAAAAAAAAAA/phone/me',
  '/x/%2e%2E/api/jwt/AAAAAAAAAAA/phone/me',
  'http://localhost:3000/api/jwt/AAAAAAAAAAA/phone/./me',
])('%s is read as the framework reads it', (target) =>
  expect(laneTarget('GET', target)).toMatchObject({
    path: '/api/jwt/AAAAAAAAAAA/phone/me',
    action: 'me',
  }),
)

test.each([
  '/',
  '/api/health',
  '/api/sandbox/exchanges',
  '/api/jwt/AAAAAAAAAAA/tablet/me',
  '/api/jwt/short/phone/me',
  '/api/other/AAAAAAAAAAA/phone/me',
  '//api/jwt/AAAAAAAAAAA/phone/me',
  '*',
  '',
])('%j is of no lane', (target) => expect(laneTarget('GET', target)).toBeNull())

test('escapes and whole URIs mean the same', () => {
  expect(laneTarget('GET', '/api/j%77t/AAAAAAAAAAA/phone/me')).toMatchObject({
    action: 'me',
    path: `${SHOP}/me`,
  })
  expect(laneTarget('GET', `http://localhost:3000${SHOP}/me?a`)).toMatchObject({
    action: 'me',
    path: `${SHOP}/me`,
  })
})
