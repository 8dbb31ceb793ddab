import { expect, test } from 'vitest'
import { anExchange } from '../testing/exchanges'
import { watchedShop } from '../testing/watched-shop'
import { createOrigins } from './carried'
import type { HeaderLine } from './exchange'

const set = (seq: number, line: string) => anExchange({ seq, responseHeaders: [['Set-Cookie', line]] })
const sent = (seq: number, value: string) => anExchange({ seq, requestHeaders: [['Cookie', value]] })

test('each cookie of a request is traced to the exchange that set this value', () => {
  const origins = createOrigins()
  expect(origins.note(set(1, 'a=one; Path=/'))).toEqual([])
  origins.note(set(2, 'a=two; Path=/'))
  expect(origins.note(sent(3, 'a=one; b=planted; a=two'))).toEqual([
    { name: 'a', setBy: 1 },
    { name: 'b', setBy: null },
    { name: 'a', setBy: 2 },
  ])
})

test('the newest exchange that set it counts, and a cookie of another name is another', () => {
  const origins = createOrigins()
  origins.note(set(1, 'a=one'))
  origins.note(set(2, 'a=one'))
  expect(origins.note(sent(3, 'a=one; b=one'))).toEqual([
    { name: 'a', setBy: 2 },
    { name: 'b', setBy: null },
  ])
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
  const [, value = ''] = client.kept.cookie.split('=')
  expect(JSON.stringify(second.carried)).not.toContain(value.slice(0, 8))
  const headers: HeaderLine[] = second.request.headers
  expect(JSON.stringify(headers)).toContain(value)
})
