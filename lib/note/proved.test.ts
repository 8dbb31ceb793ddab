/** How much of the note runs. The numbers of what does not may only fall. */
import { expect, it } from 'vitest'
import { LABS } from '@/lib/labs'
import { LESSONS } from '@/lib/lessons'
import { ROWS, SECTIONS } from './index'
import { isProved } from './proof'

const UNPROVED: Record<string, number> = {
  ...{ A: 0, B: 1, C: 4, D: 2, E: 0, F: 1, G: 5 },
  ...{ H: 2, I: 0, J: 0, K: 1, L: 2, M: 5 },
}

it.each(SECTIONS)('$id: no more rows without a proof than before', ({ id, rows }) => {
  expect(rows.filter(({ proof }) => !isProved(proof)).length).toBeLessThanOrEqual(UNPROVED[id]!)
})

it('all but opinions, products and readings are proved, and each that is wrong or outdated', () => {
  expect(ROWS.filter(({ proof }) => isProved(proof)).length).toBeGreaterThanOrEqual(288)
  const refuted = ROWS.filter(({ verdict }) => verdict === 'wrong' || verdict === 'outdated')
  expect(refuted).toHaveLength(39)
  expect(refuted.filter(({ proof }) => !isProved(proof)).map(({ id }) => id)).toEqual([])
})

it('what a row waits for is not there yet', () => {
  const there = [...LABS, ...LESSONS].map(({ id }): string => id)
  const late = ROWS.filter(({ proof }) => 'awaits' in proof && proof.awaits && there.includes(proof.awaits))
  expect(late.map(({ id }) => id)).toEqual([])
})
