import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { Prices, priceOfRequest } from './price'

test.each([
  ['/', 25, true],
  ['/ko/labs/x09-theft', 36, true],
  ['/no-such-page', 25, true],
  ['/about.rsc', 25, true],
  ['/attacker/ko', 25, true],
  ['/code', 93, true],
  ['/ko/code', 93, true],
  ['/code.rsc', 93, true],
  ['/code.segments/_tree.segment.rsc', 93, true],
  ['/ko/note', 104, true],
  ['/note.rsc', 104, true],
  ['/notes', 25, true],
  ['/codes', 25, true],
  ['/choose', 55, true],
  ['/ko/choose.rsc', 55, true],
  ['/teach', 52, true],
  ['/ko/teach.rsc', 52, true],
  ['/glossary', 52, true],
  ['/labs', 40, true],
  ['/learn', 25, true],
  ['/ko/learn/l05-attacks', 36, true],
  ['/learn/l05-attacks.rsc', 36, true],
  ['/ko/myths', 52, true],
  ['/bench', 40, true],
  ['/labs.rsc', 40, true],
  ['/labs.segments/_tree.segment.rsc', 40, true],
  ['/labs/frame/stores', 2, false],
])('%s: %d', (path, points, drawn) => expect(new Prices().of(path)).toEqual({ points, drawn }))

test('a file is cheap once it was there; what was not there is a page', () => {
  const prices = new Prices()
  const [file, none] = ['/_next/static/a.js', '/_next/static/none.js']
  expect(prices.of(file).points).toBe(25)
  prices.learn(file, 200)
  prices.learn(none, 404)
  prices.learn('/about', 200)
  expect(prices.of(file)).toEqual({ points: 1, drawn: false })
  expect(prices.of(none).points).toBe(25)
  expect(prices.of('/about').points).toBe(25)
})

const sent = (octets: number, headers: Record<string, string> = {}) =>
  ({ rawHeaders: ['X', 'x'.repeat(octets - 1)], headers }) as unknown as IncomingMessage

test.each([
  ['/api/cookie/one/laptop/cart', 1],
  ['/api/session/one/laptop/cart/items', 1],
  ['/api/jwt/one/phone/cart/items/apple', 1],
  ['/api/jwt/one/phone/me', 1],
  ['/api/bare', 1],
  ['/api/bare/x', 3],
  ['/api/jwt/one/phone/sign-in', 3],
  ['/api/jwt/one/phone/refresh', 3],
  ['/api/jwt/one/phone/mess', 3],
  ['/api/jwt/one/phone/where/page/mina', 25],
  ['/api/jwt/one/phone/refresh/where/page', 25],
  ['/api/sandbox', 3],
  ['/api/sandbox/exchanges', 3],
  ['/api/none', 3],
  ['/attacker/jar', 3],
  [null, 3],
])('%s: %d', (path, points) => expect(priceOfRequest(path, sent(1500))).toBe(points))

test.each([
  [5999, {}, 1],
  [6000, {}, 2],
  [14_500, {}, 3],
  [500, { 'content-length': '12000' }, 3],
  [500, { 'content-length': '999999999' }, 3],
  [500, { 'transfer-encoding': 'chunked' }, 3],
])('a head of %d octets, %o: %d', (octets, headers, points) =>
  expect(priceOfRequest('/api/jwt/one/phone/cart', sent(octets, headers as Record<string, string>))).toBe(
    points,
  ),
)
