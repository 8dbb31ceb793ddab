import { describe, expect, it } from 'vitest'
import { pathMatches } from './matching'
import { type CookieContext, type CookieRefusal, expectationOf } from './storage-model'

const NOW = Date.parse('2026-11-02T10:00:00Z')
const HERE: CookieContext = {
  host: 'shop.example:3000',
  secureOrigin: true,
  crossSite: false,
  requestPath: '/api/cart/items',
  now: NOW,
}

describe('a browser refuses', () => {
  it.each<[CookieRefusal, string, Partial<CookieContext>?]>([
    ['control', 'a=b\u0001; Path=/'],
    ['tooLarge', `a=${'x'.repeat(4096)}`],
    ['nothing', '=; Path=/'],
    ['nothing', ''],
    ['domainNotAscii', 'a=1; Domain=sh\u00f6p.example'],
    ['foreignDomain', 'a=1; Domain=other.example'],
    ['foreignDomain', 'a=1; Domain=..shop.example'],
    ['foreignDomain', 'a=1; Domain=; Domain=other.example'],
    ['foreignDomain', 'a=1; Domain=example'],
    ['foreignDomain', 'a=1; Domain=0.0.1', { host: '127.0.0.1:3000' }],
    ['foreignDomain', 'a=1; Domain=op.example'],
    ['secureOverHttp', 'a=1; Secure', { secureOrigin: false }],
    ['sameSiteCrossSite', 'a=1; SameSite=Lax', { crossSite: true }],
    ['sameSiteCrossSite', 'a=1', { crossSite: true }],
    ['noneWithoutSecure', 'a=1; SameSite=None'],
    ['securePrefix', '__Secure-a=1; Path=/'],
    ['securePrefix', '__SECURE-a=1; Path=/'],
    ['hostPrefix', '__Host-a=1; Secure'],
    ['hostPrefix', '__Host-a=1; Secure', { requestPath: '/' }],
    ['hostPrefix', '__Host-a=1; Secure; Path=/api'],
    ['hostPrefix', '__host-a=1; Secure; Path=/; Domain=shop.example'],
    ['hiddenPrefix', '=__Secure-a; Secure'],
    ['hiddenPrefix', '__host-a=1'.replace('__host', '=__HOST')],
    ['hiddenPrefix', '__Secure-'],
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
    ['a=1; Domain=other.example; Domain='],
    ['__Host-a=1; Secure; Path=/; Domain='],
    ['=b=c'],
  ])('%s', (line) => expect(expectationOf(line, HERE)).toMatchObject({ kind: 'stored', because: null }))

  it('across sites, what is None and Secure', () => {
    const across = { ...HERE, crossSite: true }
    expect(expectationOf('a=1; SameSite=None; Secure', across).kind).toBe('stored')
  })

  it('what a size was given for', () => {
    expect(expectationOf('a=masked', HERE, () => 4096 / 2).kind).toBe('stored')
    expect(expectationOf('a=masked', HERE, () => 4098 / 2).because).toBe('tooLarge')
  })
})

describe('over an unencrypted connection', () => {
  const open = { ...HERE, secureOrigin: false }
  const secure = { name: 'a', domain: 'shop.example', path: '/api', secure: true }
  const because = (line: string, kept = secure) => expectationOf(line, { ...open, kept: [kept] }).because

  it('no cookie is laid over a Secure one of its name, below its Path', () => {
    expect(because('a=1; Path=/api')).toBe('secureKept')
    expect(because('a=1; Path=/api/cart; Domain=shop.example')).toBe('secureKept')
    expect(because('a=1; Path=/')).toBeNull()
    expect(because('b=1; Path=/api')).toBeNull()
    expect(because('a=1; Path=/api', { ...secure, secure: false })).toBeNull()
    expect(because('a=1; Path=/api', { ...secure, domain: 'other.example' })).toBeNull()
  })

  it('over an encrypted one it is', () => {
    expect(expectationOf('a=1; Path=/api', { ...HERE, kept: [secure] }).kind).toBe('stored')
  })
})

it.each([
  ['a=1', 'shop.example', true],
  ['a=1; Domain=', 'shop.example', true],
  ['a=1; Domain=.SHOP.example', 'shop.example', false],
  ['a=1; Domain=other.example; Domain=shop.example', 'shop.example', false],
])('%s is for %s, for it alone: %s', (line, domain, hostOnly) => {
  expect(expectationOf(line, HERE)).toMatchObject({ kind: 'stored', domain, hostOnly })
})

it('of a domain of one label there is no cookie for those below it', () => {
  const around = { ...HERE, host: 'localhost:3000' }
  expect(expectationOf('a=1; Domain=localhost', around)).toMatchObject({ kind: 'stored', hostOnly: true })
})

describe('until when', () => {
  const DAY = 86_400_000
  it.each([
    ['a=1', null, 'stored'],
    ['a=1; Max-Age=60', NOW + 60_000, 'stored'],
    ['a=1; Max-Age=0', 0, 'deleted'],
    ['a=1; Max-Age=-5', 0, 'deleted'],
    ['a=1; Max-Age=soon', null, 'stored'],
    ['a=1; Max-Age=60; Max-Age=soon', NOW + 60_000, 'stored'],
    ['a=1; Max-Age=soon; Expires=Thu, 01 Jan 1970 00:00:01 GMT', 1000, 'deleted'],
    ['a=1; Expires=0', null, 'stored'],
    ['a=1; Expires=2027-01-01', null, 'stored'],
    ['a=1; Expires=Thu, 01 Jan 2027 00:00:00 EST', Date.UTC(2027, 0), 'stored'],
    ['a=1; Expires=Fri, 01-Jan-60 00:00:00 GMT', NOW + 400 * DAY, 'stored'],
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
  ['a=1; Path=/x; Path=', '/api/cart'],
  [`a=1; Path=/x; Path=/${'y'.repeat(1024)}`, '/x'],
])('%s lies under %s', (line, path) => expect(expectationOf(line, HERE).path).toBe(path))

it.each([
  ['/api/a', '/api/a', true],
  ['/api/a/b', '/api/a', true],
  ['/api/ab', '/api/a', false],
  ['/api/a', '/api/a/refresh', false],
  ['/x', '/', true],
])('%s under %s: %s', (path, cookiePath, is) => expect(pathMatches(path, cookiePath)).toBe(is))
