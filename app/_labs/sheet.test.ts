import { expect, it } from 'vitest'
import { LABS } from '@/lib/labs'
import { lanesOfLab, minutesOf } from './sheet'

it('minutes are counted: one for the question, ten seconds an act, five a cell', () => {
  const expected = { cookie: {}, session: {}, jwt: {} }
  const lab = {
    acts: Array(6).fill('act'),
    moments: Array(12).fill('moment'),
    positions: [{ id: 'default', dials: {}, expected }] as never,
  }
  expect(minutesOf(lab)).toBe(5)
  expect(LABS.map(minutesOf).filter((minutes) => minutes < 1)).toEqual([])
})

it('a lane that only another position plays takes part too', () => {
  for (const lab of LABS)
    for (const { expected } of lab.positions)
      expect(lanesOfLab(lab)).toEqual(expect.arrayContaining(Object.keys(expected)))
})
