import { expect, it } from 'vitest'
import { LESSONS } from '../index'
import { addedBy } from './added'
import { merge } from './merge'
import type { LessonProgress, Progress, StepRecord } from './progress'
import { decode, encode } from './text'

const lesson = (steps: Record<string, StepRecord>, done = false): LessonProgress => ({
  steps,
  now: null,
  done,
})
const pin = { sandbox: 's', exchanges: { jwt: 'e-1' }, at: '2026-11-29T10:00:00.000Z', said: {} }

const mine: Progress = {
  L02: lesson({ 'who-asks': { how: 'skipped' }, 'first-add': { how: 'done', pin } }),
  L08: lesson({ 'who-obeys': { how: 'done', choice: 'session', sure: 'sure' } }, true),
}

it('is what is new, better or done, by lesson', () => {
  const other: Progress = {
    L02: lesson({
      'who-asks': { how: 'done', choice: 'none' },
      'first-add': { how: 'done' },
      'set-lines': { how: 'shown' },
    }),
    L08: lesson({ 'who-obeys': { how: 'skipped' } }),
    L09: lesson({ carry: { how: 'done' } }, true),
  }
  expect(addedBy(mine, other)).toEqual([
    { id: 'L02', steps: 2, done: false },
    { id: 'L09', steps: 1, done: true },
  ])
})

it('is nothing of what was taken in, or comes from here', () => {
  const taken = decode(encode(mine), LESSONS)
  expect(taken.ok && addedBy(mine, taken.progress)).toEqual([])
  const other: Progress = { L08: lesson({ force: { how: 'done' } }), L99: lesson({}, true) }
  expect(addedBy(mine, other).map(({ id }) => id)).toEqual(['L08', 'L99'])
  expect(addedBy(merge(mine, other), other)).toEqual([])
})
