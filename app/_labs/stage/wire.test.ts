import { expect, test } from 'vitest'
import { anExchange } from '@/lib/testing/exchanges'
import { cookiesSet, credentialOf } from './wire'

test.each([
  ['session', '__Secure-session=own; session=other', 'own'],
  ['session', 'session=other;__Secure-session=own', 'own'],
  ['session', 'session=other; theme=dark', null],
  ['cookie', '__Secure-visit=a=b', 'a=b'],
  ['jwt', '__Secure-refresh=r; __Secure-access=own', 'own'],
  ['jwt', '__Secure-refresh=r', null],
] as const)('%s: of %s the credential is %s', (strategy, line, credential) => {
  const carried = [{ name: 'session', setBy: null, foreign: true as const }]
  const found = credentialOf(anExchange({ strategy, carried, requestHeaders: [['Cookie', line]] }))
  expect(found).toEqual(credential === null ? null : { in: 'cookie', text: credential })
})

test('a token is the token lane’s', () => {
  const requestHeaders: [string, string][] = [['Authorization', 'bearer  text']]
  expect(credentialOf(anExchange({ strategy: 'jwt', requestHeaders }))).toEqual({
    in: 'authorization',
    text: 'text',
  })
  expect(credentialOf(anExchange({ strategy: 'session', requestHeaders }))).toBeNull()
})

test.each([
  ['a=1; Path=/; Max-Age=60', true],
  ['a=1;max-age=60', true],
  ['a=1; Expires=Thu, 01 Jan 2099 00:00:00 GMT', true],
  ['a=1; Path=/', false],
  ['a=1; Expires=0', false],
  ['a=1; Max-Age=soon', false],
])('%s outlives the browser: %s', (line, outlives) => {
  expect(cookiesSet(anExchange({ responseHeaders: [['Set-Cookie', line]] }))).toEqual([
    { name: 'a', value: '1', outlives },
  ])
})
