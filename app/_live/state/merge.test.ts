import { describe, expect, test } from 'vitest'
import { exchange } from '@/lib/reading/testing'
import { mergeExchanges, missedBefore } from './merge'

const list = (...seqs: number[]) => seqs.map((seq) => exchange(seq))
const anew = (seq: number) => ({ ...exchange(seq), id: `other-epoch-${seq}` })
const seqs = (merged: { seq: number }[]) => merged.map(({ seq }) => seq)

describe('mergeExchanges', () => {
  test.each([
    ['behind what is there', [1, 2], [3, 4], [1, 2, 3, 4]],
    ['what is there already', [1, 2], [2], [1, 2]],
    ['into a gap, in any order', [1, 5], [4, 2, 3], [1, 2, 3, 4, 5]],
    ['nothing', [1], [], [1]],
    ['beyond the bound the oldest go', [1, 2, 3, 4, 5], [6, 7], [3, 4, 5, 6, 7]],
  ])('%s', (_, known, incoming, result) => {
    expect(seqs(mergeExchanges(list(...known), list(...incoming), 5))).toEqual(result)
  })

  test('a server that started anew begins a new list', () => {
    expect(mergeExchanges(list(8, 9), [anew(1)], 5).map(({ id }) => id)).toEqual(['other-epoch-1'])
  })
})

test('only a jump in one epoch means that something was missed', () => {
  expect(missedBefore(list(1, 2), exchange(4))).toBe(true)
  expect(missedBefore(list(1, 2), exchange(3))).toBe(false)
  expect(missedBefore([], exchange(7))).toBe(false)
  expect(missedBefore(list(1, 2), anew(7))).toBe(false)
})
