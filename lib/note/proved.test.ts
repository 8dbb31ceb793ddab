/** How much of the note runs. The numbers of what does not may only fall. */
import { expect, it } from 'vitest'
import { LABS } from '@/lib/labs'
import { LESSONS } from '@/lib/lessons'
import { ROWS, SECTIONS } from './index'
import { isProved } from './proof'

const UNPROVED: Record<string, number> = {
  ...{ A: 1, B: 3, C: 8, D: 3, E: 3, F: 2, G: 6 },
  ...{ H: 2, I: 0, J: 2, K: 1, L: 3, M: 12 },
}

it.each(SECTIONS)('$id: no more rows without a proof than before', ({ id, rows }) => {
  expect(rows.filter(({ proof }) => !isProved(proof)).length).toBeLessThanOrEqual(UNPROVED[id]!)
})

it('two rows of three are proved, and seven of ten that are wrong or outdated', () => {
  expect(ROWS.filter(({ proof }) => isProved(proof)).length).toBeGreaterThanOrEqual(241)
  const refuted = ROWS.filter(({ verdict }) => verdict === 'wrong' || verdict === 'outdated')
  expect(refuted).toHaveLength(39)
  expect(refuted.filter(({ proof }) => isProved(proof)).length).toBeGreaterThanOrEqual(30)
})

it('what a row waits for is not there yet', () => {
  const there = [...LABS, ...LESSONS].map(({ id }): string => id)
  const late = ROWS.filter(({ proof }) => 'awaits' in proof && proof.awaits && there.includes(proof.awaits))
  expect(late.map(({ id }) => id)).toEqual([])
})
