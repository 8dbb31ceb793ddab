import { describe, expect, test } from 'vitest'
import type { CartAnswer } from '@/lib/shop/answers'
import { DEFAULT_DIALS } from '@/lib/strategies/dials'
import type { Artifact } from '@/lib/trace/model/artifact'
import type { Exchange } from '@/lib/trace/model/exchange'
import { clocksOf } from './clocks'
import { heldBy, weightsOf } from './held-by'
import { checkMoney } from './money-check'

const SEEN = '2026-11-23T10:00:00.000Z'
const END = '2026-11-23T22:00:00.000Z'
const at = (iso: string) => Date.parse(iso)

const artifact = (more: Partial<Artifact>): Artifact => ({
  id: 'a',
  side: 'browser',
  place: 'cookie',
  device: 'laptop',
  name: '__Secure-visit',
  form: 'sealed',
  value: null,
  credential: true,
  bytes: 300,
  attributes: null,
  expiresAt: END,
  contents: [],
  ...more,
})
const row = (name: string, columns: Record<string, string>, more: Partial<Artifact> = {}): Artifact =>
  artifact({
    id: 'row',
    side: 'server',
    place: 'row',
    name,
    credential: false,
    contents: Object.entries(columns).map(([column, value]) => ({ name: column, value })),
    ...more,
  })

describe('what a device holds', () => {
  const session = artifact({ name: '__Secure-session', backedBy: 'row' })
  const exchange = (after: Artifact[]) =>
    ({ strategy: 'session', device: 'laptop', stored: { before: [], after } }) as unknown as Exchange

  test('is what its newest exchange left, and the row behind it', () => {
    const backing = row('Session', {})
    const other = row('Session', {}, { id: 'another' })
    expect(heldBy([exchange([]), exchange([session, other, backing])], 'session', 'laptop')).toEqual({
      tokens: [session],
      row: backing,
    })
    expect(heldBy([exchange([session])], 'session', 'phone').tokens).toEqual([])
    expect(
      heldBy([exchange([session, { ...backing, ended: true }])], 'session', 'laptop').row,
    ).toBeUndefined()
  })

  test('has a limit where it is a cookie', () => {
    const token = artifact({ name: 'access token', place: 'memory', bytes: 280 })
    expect(weightsOf({ tokens: [session, token], row: undefined })).toEqual([
      { name: '__Secure-session', place: 'cookie', bytes: 300, limit: 4096 },
      { name: 'access token', place: 'memory', bytes: 280, limit: null },
    ])
  })
})

describe('clocks', () => {
  test('cookie: the one inside', () => {
    expect(clocksOf('cookie', { tokens: [artifact({})], row: undefined }, DEFAULT_DIALS)).toEqual([
      { name: 'visit', end: at(END) },
    ])
  })

  test('session: idle by the dial, absolute by the row', () => {
    const stored = { tokens: [], row: row('Session', { lastSeenAt: SEEN, expiresAt: END }) }
    const dials = { ...DEFAULT_DIALS, session: { ...DEFAULT_DIALS.session, idle: 60 as const } }
    expect(clocksOf('session', stored, dials)).toEqual([
      { name: 'idle', end: at(SEEN) + 60_000 },
      { name: 'absolute', end: at(END) },
    ])
  })

  test.each([
    ['in memory', { name: 'access token', place: 'memory' }],
    ['in a cookie', { name: '__Secure-access' }],
  ] as const)('jwt: the token %s, and the family', (_, where) => {
    const refresh = artifact({ name: '__Secure-refresh' })
    const tokens = [refresh, artifact({ ...where, expiresAt: SEEN })]
    expect(clocksOf('jwt', { tokens, row: row('RefreshFamily', { expiresAt: END }) }, DEFAULT_DIALS)).toEqual(
      [
        { name: 'access', end: at(SEEN) },
        { name: 'refresh', end: at(END) },
      ],
    )
  })

  test('nothing held, nothing runs out', () => {
    expect(clocksOf('jwt', { tokens: [], row: undefined }, DEFAULT_DIALS)).toEqual([])
  })
})

test('a stale discount in money', () => {
  const line = { sku: 'apple', name: 'Apple', quantity: 1, unitPrice: 60, lineTotal: 60 }
  const cart: CartAnswer = { lines: [line], discount: 6, total: 54, currency: 'EUR' }
  expect(checkMoney(cart, 0)).toEqual({ charged: 54, due: 60, currency: 'EUR' })
  expect(checkMoney(cart, 10)).toEqual({ charged: 54, due: 54, currency: 'EUR' })
  expect(checkMoney({ ...cart, lines: [] }, 10)).toBeNull()
})
