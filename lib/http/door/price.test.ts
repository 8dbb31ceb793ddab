import { expect, test } from 'vitest'
import { Prices } from './price'

test.each([
  ['/', 25, true],
  ['/ko/labs/x09-theft', 25, true],
  ['/no-such-page', 25, true],
  ['/about.rsc', 25, true],
  ['/attacker/ko', 25, true],
  ['/code', 65, true],
  ['/ko/code', 65, true],
  ['/code.rsc', 65, true],
  ['/code.segments/_tree.segment.rsc', 65, true],
  ['/codes', 25, true],
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
