import { expect, it } from 'vitest'
import { LESSONS } from '@/lib/lessons'
import { kindOf, READ_FROM } from './pinned'

it('knows where each reading is read that a lesson asks for', () => {
  const asked = LESSONS.flatMap(({ steps }) =>
    steps.flatMap((step) => ('asks' in step && 'reading' in step.asks ? [step.asks.reading] : [])),
  )
  expect(asked.filter((reading) => !(reading in READ_FROM))).toEqual([])
})

it('what no lesson has asked for yet is read off the answer', () => {
  expect(kindOf('signed-in-as')).toBe('answer')
})
