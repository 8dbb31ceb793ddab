import { describe, expect, it, test } from 'vitest'
import { gateAt, hasCredential } from './place'

const SHOP = '/api/session/abcdefghijk/laptop'

describe('proxy.ts', () => {
  it.each([
    [`${SHOP}/where/proxy/mina`, 'knows'],
    [`${SHOP}/where/proxy/mina/list`, 'knows'],
    [`${SHOP}/refresh/where/proxy`, 'renews'],
  ] as const)('guards %s', (path, does) => {
    expect(gateAt(path)).toEqual({ lane: 'session', shop: SHOP, does })
  })

  it.each([
    `${SHOP}/where/proxyish/mina`,
    `${SHOP}/where/page/mina`,
    `${SHOP}/where/open`,
    '/api/session/abcdefghijk/tv/where/proxy/mina',
    '/api/paper/abcdefghijk/laptop/where/proxy/mina',
    '/labs/x24-where',
  ])('leaves %s alone', (path) => expect(gateAt(path)).toBeNull())
})

test.each([
  ['__Secure-session=made-up', true],
  ['theme=dark; __Secure-session=', true],
  ['__Secure-visit=x', false],
  [null, false],
])('of %s there is a credential: %s', (cookie, is) => {
  expect(hasCredential(gateAt(`${SHOP}/where/proxy/mina`)!, cookie)).toBe(is)
})
