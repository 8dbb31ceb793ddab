import { expect, test } from 'vitest'
import type { HeaderLine } from '@/lib/trace/model/exchange'
import { exchange } from '../testing'
import { addedByItself, foldOf } from './fold'

function withHead(lane: 'cookie' | 'session' | 'jwt', headers: HeaderLine[]) {
  const one = exchange(1, { lane })
  return { ...one, request: { ...one.request, headers } }
}

test('folds what is equal in every lane, wherever it stands', () => {
  const folded = foldOf({
    exchanges: {
      cookie: withHead('cookie', [
        ['Host', 'a'],
        ['Accept', '*/*'],
        ['Cookie', 'x=1'],
      ]),
      session: withHead('session', [
        ['Cookie', 'y=2'],
        ['accept', '*/*'],
        ['Host', 'a'],
      ]),
      jwt: withHead('jwt', [
        ['Host', 'a'],
        ['Accept', '*/*'],
        ['Authorization', 'Bearer z'],
      ]),
    },
  })
  expect(folded.cookie?.request).toEqual([0, 1])
  expect(folded.session?.request).toEqual([1, 2])
  expect(folded.jwt?.request).toEqual([0, 1])
})

test('a line that one lane repeats is not equal twice', () => {
  const folded = foldOf({
    exchanges: {
      cookie: withHead('cookie', [
        ['Vary', 'a'],
        ['Vary', 'a'],
      ]),
      session: withHead('session', [['Vary', 'a']]),
    },
  })
  expect(folded.cookie?.request).toEqual([0])
})

test('with one lane there is nothing to compare', () => {
  expect(foldOf({ exchanges: { jwt: withHead('jwt', [['Host', 'a']]) } }).jwt?.request).toEqual([])
})

test('of one head: what the browser and the server always add, not what was written here, a credential, or what nobody knows', () => {
  const one = withHead('jwt', [
    ['Host', 'a'],
    ['Authorization', 'Bearer eyJhbG…[300]'],
    ['X-Odd', '1'],
    ['User-Agent', 'b'],
    ['Cookie', '__Secure-refresh=abcdef…[43]'],
    ['Content-Type', 'application/json'],
  ])
  const headers: HeaderLine[] = [
    ['Date', 'now'],
    ['set-cookie', '__Secure-refresh=abcdef…[43]; Path=/'],
    ['vary', 'rsc, next-router-state-tree'],
    ['vary', 'Cookie'],
    ['Cache-Control', 'no-store'],
  ]
  const whole = { ...one, response: { ...one.response!, headers } }
  expect(addedByItself('request', whole)).toEqual([0, 3])
  expect(addedByItself('response', whole)).toEqual([0, 2])
  const told = { ...whole, guestText: { lines: [3], cookies: [], target: null, body: false } }
  expect(addedByItself('request', told)).toEqual([0])
  expect(addedByItself('response', { ...whole, response: null })).toEqual([])
})

test('a lane that has not answered yet is none of the lanes that are alike', () => {
  const both = { cookie: withHead('cookie', [['Host', 'a']]), session: withHead('session', [['Host', 'a']]) }
  expect(foldOf({ exchanges: { ...both, jwt: undefined } })).toEqual(foldOf({ exchanges: both }))
})
