import { expect, test } from 'vitest'
import type { StrategyName } from '@/lib/strategies/strategy'
import { anExchange } from '@/lib/testing/exchanges'
import { watchedShop } from '@/lib/testing/watched-shop'
import type { HeaderLine } from '../model/exchange'
import { createOrigins } from './carried'

const S = '__Secure-session'
const set = (seq: number, line: string) => anExchange({ seq, responseHeaders: [['Set-Cookie', line]] })
const sent = (seq: number, value: string) => anExchange({ seq, requestHeaders: [['Cookie', value]] })

test('each cookie of a request is traced to the exchange that set this value', () => {
  const origins = createOrigins()
  expect(origins.note(set(1, `${S}=one; Path=/`))).toEqual([])
  origins.note(set(2, `${S}=two ;path=/`))
  expect(origins.note(sent(3, `${S}=one; b=planted; ${S}=two`))).toEqual([
    { name: S, setBy: 1 },
    { name: 'b', setBy: null, foreign: true },
    { name: S, setBy: 2 },
  ])
})

test('the newest exchange that set it counts, and a cookie of another name is another', () => {
  const origins = createOrigins()
  origins.note(set(1, `${S}=one`))
  origins.note(set(2, `${S}=one`))
  expect(origins.note(sent(3, `${S}=one; b=one`))).toEqual([
    { name: S, setBy: 2 },
    { name: 'b', setBy: null, foreign: true },
  ])
})

test('what is of one lane is foreign in another, in the very same line', () => {
  const origins = createOrigins()
  const line: HeaderLine = ['Cookie', `${S}=one; theme=dark`]
  const carriedIn = (strategy: StrategyName) =>
    origins.note(anExchange({ strategy, requestHeaders: [line] })).map(({ foreign = false }) => foreign)
  expect(carriedIn('session')).toEqual([false, true])
  expect(carriedIn('jwt')).toEqual([true, true])
  expect(carriedIn('session')).toEqual([false, true])
})

test('thousands of cookies in a head are not all looked up', () => {
  const many = Array.from({ length: 3000 }, (_, i) => `c${i}=1`).join('; ')
  expect(createOrigins().note(sent(1, many)).length).toBeLessThanOrEqual(50)
})

const shop = watchedShop()

test('a real exchange says where its cookie comes from, and nothing of its value', async () => {
  const client = shop.client('session')
  const first = await client.add()
  const second = await client.add()
  expect(first.carried).toEqual([])
  expect(second.carried).toEqual([{ name: '__Secure-session', setBy: first.seq }])
  const value = client.held.credential!
  expect(JSON.stringify(second.carried)).not.toContain(value.slice(0, 8))
  const headers: HeaderLine[] = second.request.headers
  expect(JSON.stringify(headers)).toContain(value)
})
