/** That what is packed is what is unpacked: a ring that was quiet tells the same as before. */
import { beforeEach, expect, test, vi } from 'vitest'
import { aCookie, anExchange } from '@/lib/testing/exchanges'
import type { Exchange } from '../model/exchange'
import { Recorded } from '../record/stored-exchange'
import { createRing, newPool, type Pool, type Ring } from './ring'

const QUIET = 30_000

let pool: Pool
let ring: Ring
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  pool = newPool()
  ring = createRing(pool, 'A')
  return () => vi.useRealTimers()
})

const cookie = aCookie({ value: 'x'.repeat(300) })

function recorded(seq: number): Exchange {
  const { id: _, seq: __, exposures: ___, ...fields } = anExchange({ artifacts: [cookie] })
  const one = new Recorded({ ...fields, tls: true } as ConstructorParameters<typeof Recorded>[0], 60)
  return Object.assign(one, { id: `e-${seq}`, seq, carried: [{ name: 'visit', setBy: seq - 1 }] })
}

test('a quiet ring is packed, weighs less, and tells the same when it is read', () => {
  const added = [1, 2, 3].map(recorded)
  const told = JSON.stringify(added)
  for (const exchange of added) ring.add(exchange)
  const before = pool.bytes
  vi.advanceTimersByTime(QUIET - 1)
  expect(pool.bytes).toBe(before)
  vi.advanceTimersByTime(1)
  expect(pool.bytes).toBeLessThan(before / 4)
  expect(pool.open.size).toBe(0)
  const [first, ...rest] = ring.exchanges
  expect(JSON.stringify([first, ...rest])).toBe(told)
  expect(first!.exposures).toEqual(added[0]!.exposures)
  expect(first!.stored.after[0]).toBe(rest[0]!.stored.after[0])
  expect(pool.bytes).toBe(before)
  vi.advanceTimersByTime(QUIET)
  expect(pool.bytes).toBeLessThan(before / 4)
})

test('whoever goes on stays as it is, and what comes to a packed one lies behind the rest', () => {
  const busy = createRing(pool, 'B')
  ring.add(recorded(1))
  for (let nth = 1; nth <= 4; nth++) {
    busy.add(recorded(nth))
    vi.advanceTimersByTime(QUIET / 2)
  }
  expect([...pool.open.keys()]).toEqual([busy])
  ring.add(recorded(2))
  expect(ring.exchanges.map(({ seq }) => seq)).toEqual([1, 2])
})

test('of many one is packed at a time', () => {
  const many = Array.from({ length: 5 }, () => createRing(pool, 'C'))
  for (const one of many) one.add(recorded(1))
  vi.advanceTimersByTime(QUIET)
  expect(pool.open.size).toBe(4)
  vi.advanceTimersByTime(QUIET)
  expect(pool.open.size).toBe(0)
})

test('one that cannot be packed stays as it is, and keeps no other from it', () => {
  const odd = recorded(1)
  Object.assign(odd, { sent: { text: () => {} } })
  ring.add(odd)
  const next = createRing(pool, 'B')
  next.add(recorded(1))
  vi.advanceTimersByTime(2 * QUIET)
  expect(pool.open.size).toBe(0)
  expect(ring.exchanges).toEqual([odd])
  expect(next.exchanges).toHaveLength(1)
})

test('what is let go of while it is packed is counted, and nothing of it is left', () => {
  for (const seq of [1, 2]) ring.add(recorded(seq))
  vi.advanceTimersByTime(QUIET)
  ring.clear()
  expect(ring.dropped).toBe(2)
  expect(pool).toEqual(newPool())
  expect(ring.exchanges).toEqual([])
})
