import { describe, expect, test } from 'vitest'
import type { StrategyName } from '@/lib/strategies/strategy'
import { maskLine } from '@/lib/trace/export/mask'
import type { HeaderLine } from '@/lib/trace/model/exchange'
import { exchange, START } from '../testing'
import { costsOf } from './costs'
import { credentialBytes, shareOf } from './credential-bytes'

/** As it reaches the panel: the credential masked. */
function sent(lane: StrategyName, ...headers: HeaderLine[]) {
  const one = exchange(1, { lane })
  const masked = [['Host', 'localhost:3000'] satisfies HeaderLine, ...headers].map(maskLine)
  return { ...one, request: { ...one.request, headers: masked } }
}

const ID = 'a'.repeat(43)
const own = `__Secure-session=${ID}`
const alone = `Cookie: ${own}\r\n`.length

describe('what the lane adds to a request', () => {
  const octets = (lane: StrategyName, ...headers: HeaderLine[]) => credentialBytes(sent(lane, ...headers))

  test.each([
    [own, alone],
    [`theme=dark; ${own}`, alone],
    [`${own}; shop-analytics=${'k'.repeat(180)}`, alone],
    [`a=1;${own};b`, alone],
    ['theme=dark', 0],
    // What is sent twice is added twice.
    [`${own}; x=1; ${own}`, alone + own.length + '; '.length],
  ])('%s', (value, expected) => {
    expect(octets('session', ['Cookie', value])).toBe(expected)
    expect(shareOf(sent('session', ['Cookie', value]))).toEqual({
      own: expected,
      foreign: `Cookie: ${value}\r\n`.length - expected,
    })
  })

  test('a cookie of another lane is not this one’s', () => {
    expect(octets('cookie', ['Cookie', own])).toBe(0)
    expect(octets('jwt', ['Cookie', `__Secure-refresh=${ID}`])).toBe(alone)
  })

  test('Authorization is the token lane’s, and only with a token', () => {
    const bearer: HeaderLine = ['authorization', `Bearer ${ID}`]
    expect(octets('jwt', bearer)).toBe(`authorization: Bearer ${ID}\r\n`.length)
    expect(octets('jwt', bearer, ['Cookie', 'theme=dark'])).toBe(octets('jwt', bearer))
    expect(octets('jwt', ['Authorization', 'Basic bWluYTp4'])).toBe(0)
    expect(octets('session', bearer)).toBe(0)
    expect(octets('session')).toBe(0)
  })

  test('what the server says of a cookie counts before its name', () => {
    const carried = [{ name: 'session', setBy: null, foreign: true as const }]
    const line: HeaderLine = ['Cookie', `session=${ID}`]
    expect(credentialBytes({ ...sent('session', line), carried })).toBe(0)
    expect(credentialBytes({ ...sent('session', line), carried: [{ name: 'session', setBy: 1 }] })).toBe(
      `Cookie: session=${ID}\r\n`.length,
    )
  })
})

test('sums stay in their lane', () => {
  const one = {
    ...sent('session', ['Cookie', `${own}; theme=dark`]),
    cost: { reads: 1, writes: 1, micros: 9 },
  }
  const costs = costsOf({
    exchanges: [one, { ...one, seq: 2 }, exchange(3, { lane: 'jwt' })],
    act: null,
    device: 'laptop',
    tolerance: 0,
    now: START,
  })
  expect(costs.session).toMatchObject({
    exchanges: 2,
    credentialBytes: 140,
    requestsWithCredential: 2,
    reads: 2,
    writes: 2,
  })
  expect(costs.jwt).toMatchObject({ exchanges: 1, credentialBytes: 0, requestsWithCredential: 0, reads: 0 })
})
