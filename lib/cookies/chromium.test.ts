/** What a page names as a difference. That the browser really does so: e2e/set-cookie.spec.ts. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Difference, inChromium } from './chromium'
import { type CookieContext, expectationOf } from './storage-model'

const NOW = Date.parse('2026-11-02T10:00:00Z')
const HERE: CookieContext = {
  host: 'shop.example',
  secureOrigin: true,
  crossSite: false,
  requestPath: '/',
  now: NOW,
}

describe('Chromium differs', () => {
  it.each<[string, Difference[], string, number | null]>([
    ['a=1; Max-Age=60; Max-Age=abc', ['lastUndoes'], 'stored', null],
    ['a=1; Expires=Thu, 01 Jan 2027 00:00:00 GMT; Expires=0', ['lastUndoes'], 'stored', null],
    ['a=1; Max-Age=+60', ['plusSign'], 'stored', NOW + 60_000],
    ['a=1; Max-Age=+0', ['plusSign'], 'deleted', 0],
    ['a=1; Expires=1st Jan 2027 00:00:00', ['dateForm'], 'stored', null],
    ['a=1; Expires=1 Jan 127 00:00:00', ['dateForm'], 'deleted', Date.UTC(127, 0)],
    ['a=b\tc', ['tab'], 'refused', null],
    ['a=b; Foo=c\td', ['tab'], 'refused', null],
    ['=b=c', ['namelessEquals'], 'refused', null],
    ['a=1; Partitioned', ['partitionedNotSecure'], 'refused', null],
    ['a=1; Partitioned; Secure', ['partitioned'], 'stored', null],
    ['__Http-a=1; Secure', ['httpPrefix'], 'refused', null],
    ['__HTTP-a=1; HttpOnly', ['httpPrefix'], 'refused', null],
    ['__Host-Http-a=1; Secure; Path=/', ['hostHttpPrefix'], 'refused', null],
    ['__Http-a', ['hiddenHttpPrefix'], 'refused', null],
    ['__Host-a=1; Secure; Path=', ['hostPrefixPath'], 'refused', null],
  ])('%s: %j', (line, differences, kind, keptUntil) => {
    expect(inChromium(line, HERE)).toMatchObject({ differences, kind, keptUntil })
  })

  it('on Domain with the prefix of a host cookie, where that names a public suffix', () => {
    const line = '__Host-a=1; Secure; Path=/; Domain=localhost'
    expect(inChromium(line, { ...HERE, host: 'localhost' })).toMatchObject({
      differences: ['hostPrefixDomain'],
    })
  })
})

describe('Chromium does the same', () => {
  it.each([
    'a=1',
    'a=1; Max-Age=abc; Max-Age=60',
    'a=1; Max-Age=60; Max-Age=abc; Max-Age=60',
    `a=1; Max-Age=60; Max-Age=${'0'.repeat(1025)}`,
    'a=1; Max-Age=60; Expires=1st Jan 2027 00:00:00',
    'a=1; Expires=Fri, 31 Jun 2027 00:00:00 GMT',
    '__Http-a=1; Secure; HttpOnly; Path=/x',
    '__Host-Http-a=1; Secure; HttpOnly; Path=/',
    `a=1; Partitioned=${'x'.repeat(1025)}`,
    '\ta\t=\t1\t;\tSecure\t',
    'a=1; Priority=High',
    // Refused by the text already: there is nothing to differ.
    'a=b\u0001; Partitioned',
  ])('%s', (line) => expect(inChromium(line, HERE)).toBeNull())

  it('with every line that a careful server writes', () => {
    const attribute = fc.constantFrom('Path=/x', 'Max-Age=60', 'HttpOnly', 'Secure', 'SameSite=Lax')
    const line = fc
      .tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.stringMatching(/^[\w-]{0,20}$/), fc.uniqueArray(attribute))
      .map(([name, value, attributes]) => [`${name}=${value}`, ...attributes].join('; '))
    fc.assert(
      fc.property(line, (any) => {
        expect(inChromium(any, HERE)).toBeNull()
        expect(expectationOf(any, HERE).kind).toBe('stored')
      }),
    )
  })
})
