/** A lesson that was done and is played once more, and an act that is done after all. */
import { describe, expect, it } from 'vitest'
import type { LessonStep } from '../lesson'
import { parsed } from '../progress/kept'
import { merge } from '../progress/merge'
import { type LessonProgress, NOT_BEGUN } from '../progress/progress'
import { isRecorded } from '../way'
import { answer, show, skip } from './answers'
import { judge } from './judge'
import { reduce } from './reduce'
import { aLesson, anAct, lockstep, NO_FACTS } from './testing'
import { onceMore, reopened, stepOf } from './under-way'

const guess = {
  do: 'predict',
  id: 'guess',
  asks: { lab: 'x13-forced-sign-out', moment: 'next-request', outcome: 'refused' },
  between: ['none', 'session'],
} as const satisfies LessonStep
const saw = {
  do: 'see',
  id: 'saw',
  asks: { reading: 'lanes-refused', of: 'act' },
  between: ['none', 'session'],
} as const satisfies LessonStep
const lesson = aLesson(guess, anAct({ seen: { action: 'cart.read' }, everyLane: true }), saw)
const sheet = { expected: { guess: 'session' } }
const DONE = { ...NO_FACTS, exchanges: lockstep(1) }

const skipAll = (progress: LessonProgress) =>
  lesson.steps.reduce((before, { id }) => skip(lesson, before, NO_FACTS, id), progress)
const where = (progress: LessonProgress) => stepOf(lesson, progress)?.id ?? null
const over = skipAll(NOT_BEGUN)

describe('once more', () => {
  const again = onceMore(lesson, over, NO_FACTS)

  it('begins at the first step, with nothing said, and stays done', () => {
    expect(where(over)).toBeNull()
    expect(again).toMatchObject({ steps: {}, done: true, again: 1, now: { step: 'guess' } })
    const said = answer({ lesson, sheet }, again, NO_FACTS, { step: 'guess', choice: 'none' })
    expect([where(said), said.done]).toEqual(['act', true])
    const acted = reduce(lesson, said, DONE)
    expect([where(acted), acted.steps.act?.how]).toEqual(['saw', 'done'])
    const end = skip(lesson, acted, DONE, 'saw')
    expect(end).toMatchObject({ done: true, now: null, again: 1 })
    expect(reduce(lesson, end, DONE)).toBe(end)
    expect(onceMore(lesson, end, DONE).again).toBe(2)
  })

  it('is kept as it is; a count that is none is not', () => {
    expect(parsed(JSON.stringify({ L08: again }))).toEqual({ L08: again })
    for (const wrong of [0, -1, 1.5, '1', null])
      expect(parsed(JSON.stringify({ L08: { ...again, again: wrong } }))).toEqual({})
  })

  it('in one tab is not undone by what another still knows', () => {
    for (const both of [merge({ L08: again }, { L08: over }), merge({ L08: over }, { L08: again })])
      expect(both).toEqual({ L08: again })
    const on = skip(lesson, again, NO_FACTS, 'guess')
    for (const both of [merge({ L08: again }, { L08: on }), merge({ L08: on }, { L08: again })]) {
      expect(both).toEqual({ L08: on })
      expect(merge(both, { L08: again })).toEqual(both)
    }
    const end = skipAll(again)
    expect(merge({ L08: on }, { L08: end })).toEqual({ L08: end })
  })
})

describe('an act that was skipped', () => {
  const past = skip(lesson, skip(lesson, NOT_BEGUN, NO_FACTS, 'guess'), NO_FACTS, 'act')

  it('is shown after all, and then the question is under way again and has its answer', () => {
    expect([where(past), isRecorded(past, 'saw')]).toEqual(['saw', false])
    const open = show(lesson, reopened(lesson, past, NO_FACTS, 'act'), NO_FACTS, 'act')
    expect(where(open)).toBe('act')
    const shown = reduce(lesson, open, DONE)
    expect([where(shown), shown.steps.act?.how, isRecorded(shown, 'saw')]).toEqual(['saw', 'shown', true])
    expect(shown.steps.guess).toEqual({ how: 'skipped' })
    expect(judge(lesson, sheet, shown, saw)).toMatchObject({ value: 'none', right: 'none' })
  })

  it('stays as it is when the lesson is done, or when it was not yet behind', () => {
    expect(reopened(lesson, over, NO_FACTS, 'act')).toBe(over)
    expect(reopened(lesson, NOT_BEGUN, NO_FACTS, 'act')).toBe(NOT_BEGUN)
  })
})
