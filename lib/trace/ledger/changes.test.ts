import { describe, expect, test } from 'vitest'
import { aCookie } from '@/lib/testing/exchanges'
import { changeOf } from './changes'

const row = (n: number, value = 'x', rest: Parameters<typeof aCookie>[0] = {}) =>
  aCookie({
    id: `row/Session/${n}`,
    side: 'server',
    place: 'row',
    value: null,
    contents: [{ name: 'cart', value }],
    ...rest,
  })
const rows = (count: number, value = 'x') => Array.from({ length: count }, (_, n) => row(n, value))
const ids = (all: { id: string }[] = []) => all.map(({ id }) => id)

describe('what an act changed', () => {
  test('is only what differs', () => {
    const change = changeOf([row(1), row(2), row(3, 'old')], [row(2), row(3, 'new'), row(4)])!
    expect(ids(change.before)).toEqual(['row/Session/1', 'row/Session/3'])
    expect(ids(change.after)).toEqual(['row/Session/3', 'row/Session/4'])
    expect(change.more).toBeUndefined()
  })

  test('is nothing where all is as it was', () => {
    expect(changeOf(rows(3), rows(3))).toBeNull()
    expect(changeOf([], [])).toBeNull()
  })

  test('never tells what signs in', () => {
    const raw = row(1, 'a-long-id-that-signs-in', { value: 'a-long-id-that-signs-in' })
    const text = JSON.stringify(changeOf([raw], []))
    expect(text).toContain('a-long…[23]')
    expect(text).not.toContain('a-long-id')
  })

  test('is bounded in things and in octets, and says how many more there are', () => {
    const many = changeOf(rows(40), [])!
    expect([many.before.length, many.more]).toEqual([12, 28])
    const large = changeOf(rows(5, 'x'.repeat(15_000)), [])!
    expect([large.before.length, large.more]).toEqual([2, 3])
    const huge = changeOf(rows(2, 'x'.repeat(50_000)), [])!
    expect([huge.before.length, huge.more]).toEqual([1, 1])
  })
})
