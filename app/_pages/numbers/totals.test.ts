import { expect, test } from 'vitest'
import { anExchange } from '@/lib/testing/exchanges'
import type { HeaderLine } from '@/lib/trace/model/exchange'
import { totalsOf } from './totals'

test('sums of one lane, and the mean of its times', () => {
  const { request, response } = anExchange({})
  const session = anExchange({ strategy: 'session', cost: { reads: 1, writes: 2, micros: 100 } })
  const other = anExchange({
    strategy: 'session',
    cost: { reads: 2, writes: 0, micros: 301 },
    response: null,
  })
  const jwt = anExchange({ strategy: 'jwt' })
  expect(totalsOf([session, jwt, other], 'session')).toEqual({
    exchanges: 2,
    foreign: 0,
    up: 2 * (request.headBytes + request.bodyBytes),
    down: response!.headBytes + response!.bodyBytes,
    reads: 3,
    writes: 2,
    micros: 201,
  })
  const cookie: HeaderLine = ['Cookie', '__Secure-session=abcdef…[43]; other=x…[180]']
  const shared = anExchange({ strategy: 'session', requestHeaders: [cookie] })
  // "; other=" and its value: sent with every lane, and none of theirs.
  expect(totalsOf([shared], 'session')).toMatchObject({ up: request.headBytes - 188, foreign: 188 })
  expect(totalsOf([jwt], 'cookie')).toMatchObject({ exchanges: 0, micros: null })
})
