import { describe, expect, test } from 'vitest'
import { aCookie, anExchange } from '@/lib/testing/exchanges'
import type { HeaderLine } from '@/lib/trace/model/exchange'
import { observe } from './readings'

const COOKIE: HeaderLine = ['Cookie', '__Secure-session=Zx9mQ2…[43]']
const setTo = (value: string): HeaderLine => ['Set-Cookie', `__Secure-session=${value}; Path=/; HttpOnly`]

describe('what an answer makes of the cookie that came along', () => {
  const carried = (requestHeaders: HeaderLine[], responseHeaders: HeaderLine[]) =>
    observe('carried-cookie', { session: anExchange({ requestHeaders, responseHeaders }) }, 'session')

  test('nothing is said of it', () => expect(carried([COOKIE], [])).toBe('kept'))
  test('another cookie is set', () =>
    expect(carried([COOKIE], [['Set-Cookie', 'other=1; Path=/']])).toBe('kept'))
  test('another value', () => expect(carried([COOKIE], [setTo('Ab3dE5…[43]')])).toBe('another'))
  test('what is shown of it is equal', () =>
    expect(carried([COOKIE], [setTo('Zx9mQ2…[43]')])).toBe('set-again'))
  test('it is taken back', () =>
    expect(carried([COOKIE], [['Set-Cookie', '__Secure-session=; Path=/; Max-Age=0']])).toBe('dropped'))
  test('one of another program on this host is passed over', () =>
    expect(carried([['Cookie', `theirs=1; ${COOKIE[1]}`]], [setTo('Ab3dE5…[43]')])).toBe('another'))
  test('none came along', () => expect(carried([], [setTo('Ab3dE5…[43]')])).toBe('none'))
})

test('a cookie of another program carries nothing of the lane', () => {
  const requestHeaders: HeaderLine[] = [
    ['Cookie', 'theirs=1'],
    ['Authorization', 'Bearer eyJhbG…[335]'],
  ]
  const seen = { jwt: anExchange({ strategy: 'jwt', requestHeaders }) }
  expect(observe('carrier', seen, 'jwt')).toBe('authorization')
})

test('a lane whose row is there and ended, beside one whose row still counts', () => {
  const row = aCookie({ side: 'server', place: 'row', name: 'RefreshFamily' })
  const seen = {
    session: anExchange({ artifacts: [row] }),
    jwt: anExchange({
      strategy: 'jwt',
      artifacts: [row, { ...row, id: 'row/RefreshFamily/2', ended: true }],
    }),
  }
  expect(observe('lanes-with-ended-rows', seen)).toBe('jwt')
})
