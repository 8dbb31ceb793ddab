import { describe, expect, test } from 'vitest'
import { exchange, type Said, START } from '@/lib/reading/testing'
import { shownBy } from '@/lib/reading/timeline/shown-by'
import { OwnRecords } from './own-records'

const MINA = 'mina@shop.example'

const TARGET = '/api/session/k7Qm2xVf9Rb/laptop/cart/items'
const add = { method: 'POST', target: TARGET, status: 200, notBefore: START }
const signIn = { ...add, target: '/api/session/k7Qm2xVf9Rb/laptop/sign-in' }
const added = (seq: number, ms = 0) =>
  exchange(seq, { action: 'cart.add', method: 'POST', path: 'cart/items', ms })
const signedIn = (seq: number) => exchange(seq, { action: 'sign-in', method: 'POST', path: 'sign-in' })

describe('the record of the newest answer', () => {
  test('is found once, whether it or the answer comes first', () => {
    const records = new OwnRecords()
    records.answered(add)
    expect(records.newest([])).toBeNull()
    expect(records.newest([added(1)])?.seq).toBe(1)
    expect(records.newest([added(1)])).toBeNull()
    records.answered(add)
    expect(records.newest([added(1), added(2)])?.seq).toBe(2)
    expect(records.isWaiting).toBe(false)
  })

  test('a late record of an older answer is not the newest: the sign-in came after it', () => {
    const records = new OwnRecords()
    for (const one of [add, signIn, add]) records.answered(one)
    expect(records.newest([added(1)])).toBeNull()
    expect(records.newest([added(1), signedIn(2)])).toBeNull()
    expect(records.newest([added(1), signedIn(2), added(3)])?.seq).toBe(3)
  })

  test('what others sent on the same device is none of it', () => {
    const records = new OwnRecords()
    records.answered(add)
    const others = exchange(1, { action: 'cart.read' })
    expect(records.newest([others])).toBeNull()
    expect(records.newest([others, added(2)])?.seq).toBe(2)
  })

  test('what an earlier page had sent is none of it', () => {
    const records = new OwnRecords()
    records.answered({ ...add, notBefore: START + 2000 })
    expect(records.newest([added(1, 1999)])).toBeNull()
    expect(records.isWaiting).toBe(true)
    expect(records.newest([added(1, 1999), added(2, 2000)])?.seq).toBe(2)
  })

  test('answers that were never recorded do not pile up, nor stand in the way', () => {
    const records = new OwnRecords()
    for (let i = 0; i < 100; i++) records.answered(signIn)
    records.answered(add)
    expect(records.newest([added(7)])?.seq).toBe(7)
  })
})

test.each<[string, Said, string | null]>([
  ['a credential that is good', { email: MINA }, MINA],
  ['a guest’s', {}, 'nobody'],
  ['none', { absent: true }, 'nobody'],
  ['none, and a sign-in is asked for', { action: 'checkout', absent: true, status: 401 }, 'nobody'],
  ['one that was refused: the answer says it', { status: 401 }, null],
  ['a sign-in: the answer says it', { action: 'sign-in', absent: true }, null],
  ['a sign-in that was refused', { action: 'sign-in', absent: true, status: 401 }, 'nobody'],
  ['a sign-out: the answer says it', { action: 'sign-out', email: MINA, status: 204 }, null],
  ['a refresh: of the access token it shows nothing', { action: 'refresh', absent: true, status: 401 }, null],
])('%s', (_, said, shown) => {
  expect(shownBy(exchange(1, said))).toBe(shown)
})
