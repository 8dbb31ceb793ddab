import { describe, expect, it } from 'vitest'
import { aCookie } from '@/lib/testing/exchanges'
import type { Goal } from '../goal'
import { NOT_BEGUN } from '../progress/progress'
import { show, skip } from './answers'
import type { LessonFacts } from './facts'
import { reduce } from './reduce'
import { aLesson, anAct, at, exchange, forced, lockstep, NO_FACTS, ownerAct } from './testing'
import { told } from './told'
import { anew, stepOf } from './under-way'

const facts = (differing: Partial<LessonFacts>): LessonFacts => ({ ...NO_FACTS, ...differing })

/** Begun with nothing there, then all of these at once, and once more one after the other. */
function after(goal: Goal, ...parts: Partial<LessonFacts>[]) {
  const lesson = aLesson(anAct(goal))
  const start = reduce(lesson, NOT_BEGUN, NO_FACTS)
  const atOnce = reduce(lesson, start, facts(parts.at(-1)!))
  const pieces = parts.reduce((progress, part) => reduce(lesson, progress, facts(part)), start)
  expect(JSON.parse(JSON.stringify(pieces.done))).toBe(atOnce.done)
  expect(reduce(lesson, atOnce, facts(parts.at(-1)!))).toBe(atOnce)
  return atOnce
}

const read = { seen: { action: 'cart.read' } } as const

describe('an exchange', () => {
  it('counts when it is what was asked for', () => {
    expect(after(read, { exchanges: [exchange(1, { action: 'me' })] }).done).toBe(false)
    expect(after(read, { exchanges: [exchange(1)] }).done).toBe(true)
    expect(after({ seen: { status: 401 } }, { exchanges: [exchange(1)] }).done).toBe(false)
    expect(after({ seen: { problem: null, setsCookie: false } }, { exchanges: [exchange(1)] }).done).toBe(
      true,
    )
  })

  it('counts in each lane, and so often', () => {
    const every: Goal = { ...read, everyLane: true }
    const three = lockstep(1)
    expect(after(every, { exchanges: three.slice(0, 2) }).done).toBe(false)
    const done = after(every, { exchanges: three.slice(0, 2) }, { exchanges: three })
    expect(done.steps.act).toMatchObject({
      how: 'done',
      pin: { exchanges: { cookie: 'e-1', session: 'e-2', jwt: 'e-3' }, at: at(3) },
    })
    expect(after({ ...read, times: 3 }, { exchanges: three.slice(0, 2) }).done).toBe(false)
    expect(after({ ...read, times: 3 }, { exchanges: three }).done).toBe(true)
  })

  it('does not count when it was there before, nor after a restart when it is older', () => {
    const lesson = aLesson(anAct(read))
    const before = facts({ exchanges: [exchange(5)] })
    const start = reduce(lesson, NOT_BEGUN, before)
    expect(reduce(lesson, start, before).done).toBe(false)
    const newEpoch = (second: number) => facts({ exchanges: [exchange(1, { at: at(second) }, 'f')] })
    expect(reduce(lesson, start, newEpoch(4)).done).toBe(false)
    expect(reduce(lesson, start, newEpoch(6)).done).toBe(true)
  })

  it('stays seen when the list forgets it', () => {
    const lesson = aLesson(anAct({ all: [{ seen: { action: 'cart.add' } }, read] }))
    const start = reduce(lesson, NOT_BEGUN, NO_FACTS)
    const half = reduce(lesson, start, facts({ exchanges: [exchange(1, { action: 'cart.add' })] }))
    const kept = JSON.parse(JSON.stringify(half))
    expect(reduce(lesson, kept, facts({ exchanges: [exchange(700)] })).done).toBe(true)
  })
})

describe('an order', () => {
  const goal: Goal = { inOrder: [{ done: 'force-sign-out' }, { ...read, everyLane: true }] }

  it('is kept', () => {
    expect(after(goal, { exchanges: lockstep(1), desk: [forced(9)] }).done).toBe(false)
    expect(after(goal, { desk: [forced(1)] }, { desk: [forced(1)], exchanges: lockstep(2) }).done).toBe(true)
  })

  it('takes no exchange twice', () => {
    const twice: Goal = { inOrder: [read, read] }
    expect(after(twice, { exchanges: [exchange(1)] }).done).toBe(false)
    expect(after(twice, { exchanges: [exchange(1), exchange(2)] }).done).toBe(true)
  })

  it('of a forced sign-out in one lane is none in all', () => {
    expect(after({ done: 'force-sign-out' }, { desk: [forced(1, 'not_asked')] }).done).toBe(false)
    expect(after({ done: 'force-sign-out', lane: 'session' }, { desk: [forced(1, 'not_asked')] }).done).toBe(
      true,
    )
  })
})

describe('a level', () => {
  const clock: Goal = { holds: { clockAhead: 60 } }
  const turned = (number: number, offsetSeconds: number, wasOffsetSeconds: number) =>
    ownerAct(number, 'clock', { offsetSeconds, wasOffsetSeconds })

  it('holds together with what has happened', () => {
    const goal: Goal = { all: [clock, read] }
    expect(after(goal, { clockOffset: 60, acts: [turned(1, 60, 0)] }).done).toBe(false)
    const both = { clockOffset: 60, acts: [turned(1, 60, 0)], exchanges: [exchange(2)] }
    expect(after(goal, both).done).toBe(true)
    const turnedBack = { acts: [turned(1, 60, 0), turned(2, 0, 60)], exchanges: [exchange(3)] }
    expect(after(goal, turnedBack).done).toBe(false)
  })

  it('is passed in an order', () => {
    const goal: Goal = { inOrder: [clock, read] }
    const acts = [turned(2, 60, 0)]
    expect(after(goal, { clockOffset: 60, acts, exchanges: [exchange(1)] }).done).toBe(false)
    expect(after(goal, { clockOffset: 60, acts, exchanges: [exchange(3)] }).done).toBe(true)
  })

  it('is needed while it happens', () => {
    const denylist = { lane: 'jwt', name: 'denylist', value: true } as const
    const goal: Goal = {
      all: [{ holds: { dial: denylist } }, { inOrder: [{ done: 'force-sign-out' }, read] }],
    }
    const dial = { strategy: 'jwt', name: 'denylist', value: true, was: false } as const
    const turnedAt = (second: number) => ({
      dials: { ...NO_FACTS.dials, jwt: { denylist: true } },
      acts: [ownerAct(second, 'dials', { dials: [dial] })],
    })
    const done = { desk: [forced(3)], exchanges: [exchange(5)] }
    expect(after(goal, { ...done, ...turnedAt(1) }).done).toBe(true)
    expect(after(goal, { ...done, ...turnedAt(4) }).done).toBe(false)
    expect(after(goal, { ...done, ...turnedAt(6) }).done).toBe(false)
  })

  it('of a dial is that of now', () => {
    const goal: Goal = { holds: { dial: { lane: 'jwt', name: 'denylist', value: true } } }
    const dials = { ...NO_FACTS.dials, jwt: { denylist: true } }
    expect(after(goal, {}).done).toBe(false)
    const dial = { strategy: 'jwt', name: 'denylist', value: true, was: false } as const
    expect(after(goal, { dials, acts: [ownerAct(1, 'dials', { dials: [dial] })] }).done).toBe(true)
  })

  const row = aCookie({ id: 'row/Session/1', side: 'server', place: 'row', name: 'Session' })
  const gone: Goal = { holds: { row: { lane: 'session', name: 'Session', absent: true } } }
  const stored = (seq: number, rows = [row]) => exchange(seq, { stored: { before: [], after: rows } })

  it('that is to be gone has been there before', () => {
    expect(after(gone, { exchanges: [stored(1, [])] }).done).toBe(false)
    expect(after(gone, { exchanges: [stored(1)] }).done).toBe(false)
    expect(after(gone, { exchanges: [stored(1)] }, { exchanges: [stored(1), stored(2, [])] }).done).toBe(true)
  })

  it('may have been there before the step, and an act may have ended it', () => {
    const lesson = aLesson(anAct(gone))
    const start = reduce(lesson, NOT_BEGUN, facts({ exchanges: [stored(1)] }))
    const desk = [{ ...forced(2), changed: { session: { before: [row], after: [] } } }]
    expect(reduce(lesson, start, facts({ exchanges: [stored(1)], desk })).done).toBe(true)
    const without = reduce(lesson, NOT_BEGUN, facts({ exchanges: [stored(1, [])] }))
    expect(reduce(lesson, without, facts({ exchanges: [stored(1, [])], desk: [forced(2)] })).done).toBe(false)
  })
})

it('a run counts when it is newer', () => {
  const goal: Goal = { ran: { lab: 'x13', position: 'default' } }
  const run = { lab: 'x13', position: 'default', at: at(1), findings: [] }
  expect(after(goal, {}, { runs: [run] }).done).toBe(true)
  const lesson = aLesson(anAct(goal))
  const late = reduce(lesson, NOT_BEGUN, facts({ runs: [run] }))
  expect(reduce(lesson, late, facts({ runs: [run] })).done).toBe(false)
})

describe('two acts, one after the other', () => {
  const lesson = aLesson(anAct(read), anAct({ seen: { action: 'cart.add' } }, { id: 'next' }))
  const start = reduce(lesson, NOT_BEGUN, NO_FACTS)

  it('get done in their order, however the facts come', () => {
    const exchanges = [exchange(1), exchange(2, { action: 'cart.add' })]
    const first = reduce(lesson, start, facts({ exchanges: exchanges.slice(0, 1) }))
    expect(stepOf(lesson, first)?.id).toBe('next')
    expect(reduce(lesson, first, facts({ exchanges }))).toEqual(reduce(lesson, start, facts({ exchanges })))
    expect(reduce(lesson, start, facts({ exchanges })).done).toBe(true)
  })

  it('what comes too early is not the second', () => {
    const exchanges = [exchange(1, { action: 'cart.add' }), exchange(2)]
    expect(stepOf(lesson, reduce(lesson, start, facts({ exchanges })))?.id).toBe('next')
  })
})

describe('another sandbox', () => {
  const lesson = aLesson(anAct({ inOrder: [{ done: 'force-sign-out' }, read] }))
  const start = reduce(lesson, NOT_BEGUN, NO_FACTS)

  it('takes back nothing that is done, and begins the step under way anew', () => {
    const half = reduce(lesson, start, facts({ desk: [forced(1)] }))
    const other = facts({ sandbox: 'BBBBBBBBBBB', exchanges: [exchange(2, {}, 'f')] })
    expect(reduce(lesson, half, other).done).toBe(false)
    const done = reduce(lesson, half, facts({ desk: [forced(1)], exchanges: [exchange(2)] }))
    expect(reduce(lesson, done, other)).toBe(done)
  })

  it('that is not known yet brings nothing, and what it has when it is known does not count', () => {
    const early = reduce(lesson, NOT_BEGUN, facts({ sandbox: null, desk: [forced(1)] }))
    expect(early.now).toMatchObject({ from: null })
    const then = { desk: [forced(1)], exchanges: [exchange(2)] }
    expect(reduce(lesson, early, facts(then)).done).toBe(false)
  })
})

describe('a lesson that was edited', () => {
  it('stays done, and keeps steps that it does not know', () => {
    const done = after(read, { exchanges: [exchange(1)] })
    const longer = aLesson(anAct(read, { id: 'other' }), anAct(read))
    expect(reduce(longer, done, NO_FACTS)).toBe(done)
    expect(stepOf(longer, done)).toBeNull()
  })
})

describe('beside the way', () => {
  const goal: Goal = { inOrder: [{ done: 'force-sign-out' }, { seen: { device: 'phone' } }] }
  const lesson = aLesson(
    anAct(goal, {
      wrong: [
        { when: { done: 'force-sign-out-everyone' }, say: 'one-lane' },
        { when: { inOrder: [{ done: 'force-sign-out' }, { seen: { device: 'laptop' } }] }, say: 'laptop' },
      ],
      dead: { done: 'purge' },
    }),
  )
  const start = reduce(lesson, NOT_BEGUN, NO_FACTS)
  const one = ownerAct(1, 'force-sign-out-everyone', { strategy: 'session' })

  it('it is told what was done instead, the last of it', () => {
    expect(told(lesson, start, NO_FACTS)).toEqual({ wrong: null, dead: false })
    const first = told(lesson, start, facts({ acts: [one] }))
    expect(first.wrong).toMatchObject({ say: 'one-lane', did: [{ id: 'e-act-1' }] })
    const then = facts({ acts: [one], desk: [forced(2)], exchanges: [exchange(3)] })
    expect(told(lesson, reduce(lesson, start, then), then).wrong).toMatchObject({ say: 'laptop' })
  })

  it('a dead end is told, and left by the scene', () => {
    const dead = facts({ acts: [ownerAct(2, 'purge')], desk: [forced(1)] })
    const there = reduce(lesson, start, dead)
    expect(told(lesson, there, dead).dead).toBe(true)
    const again = anew(lesson, there, dead)
    expect(told(lesson, again, dead).dead).toBe(false)
    const phone = { ...dead, exchanges: [exchange(3, { device: 'phone' })] }
    expect(reduce(lesson, again, phone).done).toBe(false)
    expect(reduce(lesson, there, phone).done).toBe(true)
  })

  it('skipped is not done, shown is not either, and who is done stays so', () => {
    expect(skip(lesson, start, NO_FACTS, 'act').steps.act).toEqual({ how: 'skipped' })
    expect(skip(lesson, start, NO_FACTS, 'else')).toBe(start)
    const shown = show(lesson, start, NO_FACTS, 'act')
    const both = facts({ desk: [forced(1)], exchanges: [exchange(2, { device: 'phone' })] })
    expect(reduce(lesson, shown, both).steps.act).toMatchObject({ how: 'shown' })
  })
})
