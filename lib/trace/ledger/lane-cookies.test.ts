import { expect, test } from 'vitest'
import { VISIT_COOKIE } from '@/lib/strategies/cookie/cookies'
import { ACCESS_COOKIE, REFRESH_COOKIE } from '@/lib/strategies/jwt/cookies'
import { SESSION_COOKIE } from '@/lib/strategies/session/cookies'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { isAccessCookie, isNamedLike } from './lane-cookies'

const NAMES = {
  cookie: [VISIT_COOKIE],
  session: [SESSION_COOKIE],
  jwt: [ACCESS_COOKIE, REFRESH_COOKIE],
}

test.each(STRATEGIES)('%s: knows its cookies by name, with the prefix and without, and no others', (lane) => {
  for (const [owner, names] of Object.entries(NAMES))
    for (const name of names.flatMap((one) => [one, one.replace('__Secure-', '')]))
      expect([name, isNamedLike(lane, name)]).toEqual([name, owner === lane])
  for (const name of ['', 'visits', 'my-session', '__Host-session', '__secure-access', 'SESSION'])
    expect(isNamedLike(lane, name)).toBe(false)
})

test('tells the access token’s cookie', () => {
  expect([ACCESS_COOKIE, 'access', REFRESH_COOKIE, VISIT_COOKIE].map(isAccessCookie)).toEqual([
    true,
    true,
    false,
    false,
  ])
})
