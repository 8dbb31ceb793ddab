import { describe, expect, it } from 'vitest'
import type { Lesson, LessonStep } from '../lesson'
import { type LessonProgress, NOT_BEGUN, UNKNOWN } from '../progress/progress'
import type { LessonSheet } from '../sheet'
import { answer, type GivenAnswer, read, show, skip } from './answers'
import type { LessonFacts } from './facts'
import { judge } from './judge'
import { reduce } from './reduce'
import { aLesson, anAct, at, exchange, lockstep, NO_FACTS } from './testing'
import { stepOf } from './under-way'

const steps = {
  guess: {
    do: 'predict',
    id: 'guess',
    asks: { lab: 'x13-forced-sign-out', moment: 'next-request', outcome: 'refused' },
    between: ['none', 'session'],
  },
  will: {
    do: 'predict',
    id: 'will',
    asks: { reading: 'lanes-refused', of: 'act' },
    between: ['none', 'session', 'cookie'],
  },
  act: anAct({ seen: { action: 'cart.read' }, everyLane: true }),
  saw: {
    do: 'see',
    id: 'saw',
    asks: { reading: 'lanes-refused', of: 'act' },
    between: ['none', 'session', 'cookie'],
  },
  cost: {
    do: 'see',
    id: 'cost',
    asks: { reading: 'status', lane: 'jwt', of: 'act' },
    between: [
      { id: 'let-in', from: 200, to: 299 },
      { id: 'refused', from: 400, to: 499 },
    ],
  },
  why: { do: 'read', id: 'why' },
  check: {
    do: 'check',
    id: 'check',
    asks: { lab: 'x13-forced-sign-out', moment: 'minute-later', lane: 'jwt' },
    between: ['refused', 'still-in'],
  },
} as const satisfies Record<string, LessonStep>

const lesson = aLesson(...Object.values(steps))
const sheet: LessonSheet = { expected: { guess: 'session', check: 'refused' } }

const refused = { status: 401, reason: '', headers: [], headBytes: 1, bodyBytes: 0 }
const read3 = lockstep(1).map((one) => (one.strategy === 'session' ? { ...one, response: refused } : one))
const DONE: LessonFacts = { ...NO_FACTS, exchanges: read3 }

const say = (progress: LessonProgress, given: GivenAnswer, facts = NO_FACTS, of: Lesson = lesson) =>
  answer({ lesson: of, sheet }, progress, facts, given)
const where = (progress: LessonProgress) => stepOf(lesson, progress)?.id ?? null

const guessed = say(NOT_BEGUN, { step: 'guess', choice: 'none', sure: 'sure' })
const predicted = say(guessed, { step: 'will', choice: UNKNOWN })
const acted = reduce(lesson, predicted, DONE)

describe('a prediction', () => {
  it('is kept with how sure it was, and compared with what the lab says', () => {
    expect(guessed.steps.guess).toEqual({ how: 'done', choice: 'none', sure: 'sure' })
    const found = judge(lesson, sheet, guessed, steps.guess)
    expect(found).toEqual({ of: 'lab', value: 'session', right: 'session', elsewhere: null })
  })

  it('of an own act is not known before it is done', () => {
    expect(predicted.steps.will).toEqual({ how: 'done', choice: UNKNOWN })
    const nothing = { of: 'own', value: null, right: null, elsewhere: null }
    expect(judge(lesson, sheet, predicted, steps.will)).toEqual(nothing)
    expect(judge(lesson, sheet, acted, steps.will)).toMatchObject({ value: 'session', right: 'session' })
  })

  it('of what is no choice, or of another step, is none', () => {
    expect(say(NOT_BEGUN, { step: 'guess', choice: 'else' })).toBe(NOT_BEGUN)
    expect(say(NOT_BEGUN, { step: 'check', choice: 'refused' })).toBe(NOT_BEGUN)
    expect(say(predicted, { step: 'act', choice: UNKNOWN })).toBe(predicted)
    expect(say(predicted, { step: 'guess', choice: 'session' })).toBe(predicted)
  })
})

describe('what was seen', () => {
  it('is looked at again by who saw otherwise', () => {
    expect(where(acted)).toBe('saw')
    const once = say(acted, { step: 'saw', choice: 'none' }, DONE)
    expect(where(once)).toBe('saw')
    expect(once.now?.tried).toEqual(['none'])
    expect(say(once, { step: 'saw', choice: 'none' }, DONE).now?.tried).toEqual(['none'])
    const right = say(once, { step: 'saw', choice: 'session' }, DONE)
    expect(right.steps.saw).toEqual({ how: 'done', choice: 'session' })
    expect(say(once, { step: 'saw', choice: UNKNOWN }, DONE).steps.saw).toEqual({
      how: 'done',
      choice: UNKNOWN,
    })
  })

  it('may be a number within bounds, or none of the choices', () => {
    const seen = say(acted, { step: 'saw', choice: 'session' }, DONE)
    expect(judge(lesson, sheet, seen, steps.cost)).toMatchObject({ value: '200', right: 'let-in' })
    const three = { ...refused, status: 302 }
    const redirected = lockstep(1).map((one) => ({ ...one, response: three }))
    const other = reduce(lesson, predicted, { ...NO_FACTS, exchanges: redirected })
    expect(judge(lesson, sheet, other, steps.cost)).toMatchObject({ value: '302', right: null })
    const on = say(say(other, { step: 'saw', choice: 'none' }), { step: 'cost', choice: 'refused' })
    expect(where(on)).toBe('why')
  })

  it('of an act that was skipped nobody knows, and goes on', () => {
    const skipped = skip(lesson, predicted, NO_FACTS, 'act')
    expect(judge(lesson, sheet, skipped, steps.saw)).toMatchObject({ value: null, right: null })
    expect(where(say(skipped, { step: 'saw', choice: 'cookie' }))).toBe('cost')
  })

  it('stays known when its sandbox has gone', () => {
    const other = reduce(lesson, acted, { ...NO_FACTS, sandbox: 'BBBBBBBBBBB', exchanges: [exchange(9)] })
    expect(judge(lesson, sheet, other, steps.saw)).toMatchObject({ value: 'session' })
  })
})

it('an own run that differs from what was measured here counts, and is told', () => {
  const ownRun = { lab: 'x08', moment: 'copy', outcome: 'gets-in' } as const
  const see = { do: 'see', id: 'run', asks: { ownRun }, between: ['none', 'cookie', 'jwt'] } as const
  const of = aLesson(anAct({ ran: { lab: 'x08', position: 'default' } }), see)
  const findings = [{ lane: 'jwt', moment: 'copy', outcome: 'gets-in' }] as const
  const run = { lab: 'x08', position: 'default', at: at(1), findings }
  const done = reduce(of, reduce(of, NOT_BEGUN, NO_FACTS), { ...NO_FACTS, runs: [run] })
  const measured = (value: string) => judge(of, { expected: { run: value } }, done, see)
  expect(measured('cookie')).toEqual({ of: 'own', value: 'jwt', right: 'jwt', elsewhere: 'cookie' })
  expect(measured('jwt')).toMatchObject({ right: 'jwt', elsewhere: null })
})

it('a text is read, a check is answered once, and then it is done', () => {
  const seen = say(
    say(acted, { step: 'saw', choice: 'session' }, DONE),
    { step: 'cost', choice: 'let-in' },
    DONE,
  )
  expect(read(lesson, seen, DONE, 'check')).toBe(seen)
  const known = read(lesson, seen, DONE, 'why')
  expect(known.steps.why).toEqual({ how: 'done' })
  const end = say(known, { step: 'check', choice: 'still-in' }, DONE)
  expect(end).toMatchObject({ done: true, now: null, steps: { check: { choice: 'still-in' } } })
  expect(judge(lesson, sheet, end, steps.check).right).toBe('refused')
  expect(skip(lesson, end, DONE, 'check')).toBe(end)
  expect(show(lesson, end, DONE, 'act')).toBe(end)
})
