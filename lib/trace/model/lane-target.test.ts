import { expect, test } from 'vitest'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { routePaths } from '@/lib/testing/api'
import { ACTIONS, laneTarget } from './lane-target'

const SHOP = '/api/jwt/AAAAAAAAAAA/phone'

test.each([
  ['GET', 'me', 'me'],
  ['HEAD', 'cart', 'cart.read'],
  ['GET', 'cart?x=1', 'cart.read'],
  ['POST', 'cart/items', 'cart.add'],
  ['PATCH', 'cart/items/apple', 'cart.change'],
  ['DELETE', 'cart/items/app%6ce', 'cart.remove'],
  ['DELETE', 'cart/items/app%2Fle', 'cart.remove'],
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
  ['GET', 'c%61rt', 'other'],
  ['GET', 'Cart', 'other'],
  ['POST', 'cart%2Fitems', 'other'],
  ['GET', 'cart//', 'other'],
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
  '/api/jwt/AAAAAAAAAAA/Phone/me',
  '/api/jwt/AAAAAAAAAAA/%70hone%2Fme',
  '/api/jwt/AAAAAAAAAAA/phone%2Fme',
  '/api/jwt/AAAAAAAAAAA%2Fphone/me',
  '/api/jwt/short/phone/me',
  '/api/jwt/AAAAAAAAAA%zz/phone/me',
  '/api/other/AAAAAAAAAAA/phone/me',
  '/api/JWT/AAAAAAAAAAA/phone/me',
  '/api/j%77t/AAAAAAAAAAA/phone/me',
  '/%61pi/jwt/AAAAAAAAAAA/phone/me',
  '/API/jwt/AAAAAAAAAAA/phone/me',
  '/api%2Fjwt/AAAAAAAAAAA/phone/me',
  '//api/jwt/AAAAAAAAAAA/phone/me',
  '/api//jwt/AAAAAAAAAAA/phone/me',
  '*',
  '',
])('%j is of no lane', (target) => expect(laneTarget('GET', target)).toBeNull())

test('a name may have escapes, and a target be a whole URI; the path is the one that was sent', () => {
  expect(laneTarget('GET', '/api/jwt/%41AAAAAAAAAA/%70hone/me')).toEqual({
    strategy: 'jwt',
    sandbox: 'AAAAAAAAAAA',
    device: 'phone',
    path: '/api/jwt/%41AAAAAAAAAA/%70hone/me',
    action: 'me',
  })
  expect(laneTarget('GET', `http://localhost:3000${SHOP}/me?a`)).toMatchObject({
    action: 'me',
    path: `${SHOP}/me`,
  })
})

/** What each lane has a route for is an act of the shop in that lane, and in no other. */
test.each(STRATEGIES)('%s: an act is what has a route', (strategy) => {
  const has = (rest: string) => routePaths.includes(`/api/${strategy}/[sandbox]/[device]/${rest}`)
  const rests = new Set(
    routePaths.flatMap((path) => /^\/api\/\w+\/\[sandbox\]\/\[device\]\/(.+)$/.exec(path)?.[1] ?? []),
  )
  expect(rests).toContain('refresh')
  for (const rest of rests) {
    const target = `/api/${strategy}/AAAAAAAAAAA/phone/${rest.replace(/\[\w+\]/, 'x')}`
    const actions = ['GET', 'POST', 'PATCH', 'DELETE'].map((method) => laneTarget(method, target)?.action)
    expect([rest, actions.some((action) => action !== 'other')]).toEqual([rest, has(rest)])
  }
})

/** On the wire of the control plane, and in files that were taken away: one may come, none goes. */
test('the timeline tells of acts by these names', () => {
  const told =
    'me cart.read cart.add cart.change cart.remove sign-in sign-out checkout orders devices devices.end'
  expect(ACTIONS).toEqual(expect.arrayContaining([...told.split(' '), 'password', 'refresh', 'other']))
  expect(new Set(ACTIONS).size).toBe(ACTIONS.length)
})
