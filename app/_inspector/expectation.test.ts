import { describe, expect, it } from 'vitest'
import { type CookieRefusal, expectationOf, pathMatches, type Surroundings } from './expectation'

const NOW = Date.parse('2026-11-02T10:00:00Z')
const HERE: Surroundings = {
  host: 'shop.example:3000',
  secureOrigin: true,
  crossSite: false,
  requestPath: '/api/cart/items',
  now: NOW,
}

describe('a browser refuses', () => {
  it.each<[CookieRefusal, string, Partial<Surroundings>?]>([
    ['tooLarge', `a=${'x'.repeat(4096)}`],
    ['nothing', '=; Path=/'],
    ['foreignDomain', 'a=1; Domain=other.example'],
    ['foreignDomain', 'a=1; Domain=op.example'],
    ['secureOverHttp', 'a=1; Secure', { secureOrigin: false }],
    ['sameSiteCrossSite', 'a=1; SameSite=Lax', { crossSite: true }],
    ['sameSiteCrossSite', 'a=1', { crossSite: true }],
    ['noneWithoutSecure', 'a=1; SameSite=None'],
    ['securePrefix', '__Secure-a=1; Path=/'],
    ['securePrefix', '__SECURE-a=1; Path=/'],
    ['hostPrefix', '__Host-a=1; Secure'],
    ['hostPrefix', '__Host-a=1; Secure; Path=/api'],
    ['hostPrefix', '__host-a=1; Secure; Path=/; Domain=shop.example'],
  ])('%s: %s', (because, line, around = {}) => {
    expect(expectationOf(line, { ...HERE, ...around })).toMatchObject({ kind: 'refused', because })
  })
})

describe('a browser stores', () => {
  it.each([
    [`a=${'x'.repeat(4095)}`],
    ['__Secure-a=1; Secure'],
    ['__Host-a=1; Secure; Path=/'],
    ['a=1; Domain=.shop.example'],
    ['a=1; SameSite=None; Secure'],
    ['only a value'],
  ])('%s', (line) => expect(expectationOf(line, HERE)).toMatchObject({ kind: 'stored', because: null }))

  it('across sites, what is None and Secure', () => {
    const across = { ...HERE, crossSite: true }
    expect(expectationOf('a=1; SameSite=None; Secure', across).kind).toBe('stored')
  })

  it('a masked value by the length that it had', () => {
    expect(expectationOf('a=xxxxxx…[4095]', HERE).kind).toBe('stored')
    expect(expectationOf('a=xxxxxx…[4096]', HERE).because).toBe('tooLarge')
  })
})

describe('until when', () => {
  const DAY = 86_400_000
  it.each([
    ['a=1', null, 'stored'],
    ['a=1; Max-Age=60', NOW + 60_000, 'stored'],
    ['a=1; Max-Age=0', 0, 'deleted'],
    ['a=1; Max-Age=-5', 0, 'deleted'],
    ['a=1; Max-Age=soon', null, 'stored'],
    ['a=1; Expires=Thu, 01 Jan 1970 00:00:01 GMT', 1000, 'deleted'],
    ['a=1; Expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=60', NOW + 60_000, 'stored'],
    ['a=1; Max-Age=60; max-age=120', NOW + 120_000, 'stored'],
    [`a=1; Max-Age=${401 * 86_400}`, NOW + 400 * DAY, 'stored'],
  ])('%s', (line, keptUntil, kind) => {
    expect(expectationOf(line, HERE)).toMatchObject({ keptUntil, kind })
  })

  it('says that 400 days are the most', () => {
    expect(expectationOf(`a=1; Max-Age=${400 * 86_400}`, HERE).capped).toBe(false)
    expect(expectationOf(`a=1; Max-Age=${400 * 86_400 + 1}`, HERE).capped).toBe(true)
  })
})

it.each([
  ['a=1; SameSite=Strict', 'Strict'],
  ['a=1; SameSite=lax', 'Lax'],
  ['a=1; SameSite=None; Secure', 'None'],
  ['a=1', 'Default'],
  ['a=1; SameSite', 'Default'],
  ['a=1; SameSite=Other', 'Default'],
  // Of an attribute that comes twice the last counts.
  ['a=1; SameSite=Strict; SameSite=Other', 'Default'],
])('%s is enforced as %s', (line, sameSite) => expect(expectationOf(line, HERE).sameSite).toBe(sameSite))

it.each([
  ['a=1', '/api/cart'],
  ['a=1; Path=', '/api/cart'],
  ['a=1; Path=elsewhere', '/api/cart'],
  ['a=1; Path=/x', '/x'],
])('%s lies under %s', (line, path) => expect(expectationOf(line, HERE).path).toBe(path))

it.each([
  ['/api/a', '/api/a', true],
  ['/api/a/b', '/api/a', true],
  ['/api/ab', '/api/a', false],
  ['/api/a', '/api/a/refresh', false],
  ['/x', '/', true],
])('%s under %s: %s', (path, cookiePath, is) => expect(pathMatches(path, cookiePath)).toBe(is))
