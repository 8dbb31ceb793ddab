import { expect, test } from 'vitest'
import type { HeaderLine } from '@/lib/trace/model/exchange'
import { isProxied } from './proxied'

const withFields = (...headers: HeaderLine[]) =>
  isProxied({ request: { headers } } as unknown as Parameters<typeof isProxied>[0])

test.each([
  ['X-Forwarded-For', '192.0.2.1'],
  ['x-forwarded-proto', 'https'],
  ['Forwarded', 'for=192.0.2.1'],
  ['Via', '1.1 proxy'],
])('%s is a proxy’s', (name, value) => expect(withFields(['Host', 'shop.example'], [name, value])).toBe(true))

test('what a browser sends by itself is not', () =>
  expect(withFields(['Host', 'localhost:3000'], ['Connection', 'keep-alive'], ['Origin', 'x'])).toBe(false))
