import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { LESSONS } from '../index'
import { choiceId, type Lesson } from '../lesson'
import { parsed } from './kept'
import { merge } from './merge'
import { HOW, type LessonProgress, type Progress, type StepRecord, SURENESS, UNKNOWN } from './progress'
import { CHOICE_LENGTH, STEP_LENGTH, shortOf } from './short'
import { decode, encode } from './text'

const choicesOf = (step: Lesson['steps'][number]): string[] =>
  'between' in step ? step.between.map(choiceId) : []

const pins = fc.record({
  sandbox: fc.constantFrom('AAAAAAAAAAA', 'BBBBBBBBBBB'),
  exchanges: fc.dictionary(fc.constantFrom(...STRATEGIES), fc.constantFrom('e-1', 'f-22')),
  at: fc.constant('2026-11-23T04:00:00.000Z'),
  said: fc.dictionary(fc.constantFrom('refused', 'why'), fc.constantFrom('session', '3')),
})

const recordOf = (step: Lesson['steps'][number]): fc.Arbitrary<StepRecord> => {
  const choices = choicesOf(step)
  return fc
    .record(
      {
        how: fc.constantFrom(...HOW),
        choice: fc.constantFrom(...choices, UNKNOWN),
        sure: fc.constantFrom(...SURENESS),
        pin: pins,
      },
      { requiredKeys: ['how'] },
    )
    .map(({ choice, ...rest }) => (choice !== undefined && choices.length > 0 ? { ...rest, choice } : rest))
}

/** Some steps of each lesson, in any state. */
const progressOf = (lesson: Lesson): fc.Arbitrary<LessonProgress> =>
  fc.record({
    steps: fc.record(Object.fromEntries(lesson.steps.map((step) => [step.id, recordOf(step)])), {
      requiredKeys: [],
    }) as fc.Arbitrary<LessonProgress['steps']>,
    now: fc.option(
      fc.record({
        step: fc.constantFrom(...lesson.steps.map(({ id }) => id)),
        from: fc.constant(null),
        marks: fc.constant({ '0.1': [{ id: 'e-1', lane: 'jwt' as const, at: [1, 2] as const }] }),
        tried: fc.constant([]),
      }),
    ),
    done: fc.boolean(),
  })

const anyProgress: fc.Arbitrary<Progress> = fc.record(
  Object.fromEntries(LESSONS.map((lesson) => [lesson.id, progressOf(lesson)])),
  { requiredKeys: [] },
) as fc.Arbitrary<Progress>

/** Without what stays behind. */
const taken = (progress: Progress): Progress =>
  Object.fromEntries(
    Object.entries(progress).map(([id, { steps, done }]) => {
      const kept = Object.entries(steps).map(([name, { pin: _pin, ...record }]) => [name, record])
      return [id, { steps: Object.fromEntries(kept), now: null, done }]
    }),
  )

describe('the text', () => {
  it('says all that is taken along', () => {
    fc.assert(
      fc.property(anyProgress, (progress) => {
        expect(decode(encode(progress), LESSONS)).toEqual({ ok: true, progress: taken(progress) })
      }),
    )
  })

  it('keeps what it does not know, for somebody who does', () => {
    fc.assert(
      fc.property(anyProgress, (progress) => {
        const text = encode(progress)
        const elsewhere = decode(text, [])
        expect(elsewhere.ok && encode(elsewhere.progress)).toBe(text)
      }),
    )
  })

  it('of sixteen lessons is two kilobytes at most', () => {
    const record = { how: 'done', choice: UNKNOWN, sure: 'fairly' } as const
    const steps = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`step-${i}`, record]))
    const ids = Array.from({ length: 16 }, (_, i) => `L${String(i + 1).padStart(2, '0')}`)
    const all = Object.fromEntries(ids.map((id) => [id, { steps, now: null, done: true }]))
    expect(encode(all).length).toBeLessThanOrEqual(2048)
    const now = LESSONS.map(({ id, steps }) => [
      id,
      { steps: Object.fromEntries(steps.map((step) => [step.id, record])), now: null, done: true },
    ])
    expect(encode(Object.fromEntries(now)).length).toBeLessThanOrEqual(2048)
  })

  it('that was changed or is none is refused by name, whatever it is', () => {
    const good = encode({ L08: { steps: { force: { how: 'done' } }, now: null, done: true } })
    expect(decode(` ${good}\n`, LESSONS).ok).toBe(true)
    expect(decode('', LESSONS)).toEqual({ ok: false, problem: 'not-ours' })
    expect(decode('eyJhbGciOiJIUzI1NiJ9.e30.sig', LESSONS)).toEqual({ ok: false, problem: 'not-ours' })
    expect(decode(good.replace('rm1', 'rm2'), LESSONS)).toEqual({ ok: false, problem: 'newer' })
    for (let i = 4; i < good.length; i++) {
      const other = good[i] === 'A' ? 'B' : 'A'
      expect(decode(good.slice(0, i) + other + good.slice(i + 1), LESSONS).ok).toBe(false)
      expect(decode(good.slice(0, i), LESSONS).ok).toBe(false)
    }
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `rm1.${text}`),
        ),
        (text) => {
          expect(decode(text, LESSONS)).toMatchObject({ ok: false })
        },
      ),
    )
    expect(decode(`rm1.${'A'.repeat(1_000_000)}`, LESSONS).ok).toBe(false)
  })
})

describe('short names', () => {
  it.each(LESSONS)('are different within $id', ({ steps }) => {
    const short = steps.map(({ id }) => shortOf(id, STEP_LENGTH))
    expect(new Set(short).size).toBe(short.length)
    for (const step of steps) {
      const choices = choicesOf(step).map((choice) => shortOf(choice, CHOICE_LENGTH))
      expect(new Set(choices).size).toBe(choices.length)
    }
  })
})

describe('two together', () => {
  const isDone = (progress: Progress, lesson: string) => progress[lesson]?.done === true

  it('what is done in either stays done', () => {
    fc.assert(
      fc.property(anyProgress, anyProgress, (mine, other) => {
        const both = merge(mine, other)
        for (const { id, steps } of LESSONS) {
          expect(isDone(both, id)).toBe(isDone(mine, id) || isDone(other, id))
          for (const step of steps) {
            const hows = [mine, other].map((one) => one[id]?.steps[step.id]?.how)
            const best = (['done', 'shown', 'skipped'] as const).find((how) => hows.includes(how))
            expect(both[id]?.steps[step.id]?.how).toBe(best)
          }
          expect(both[id]?.now && both[id].steps[both[id].now.step]).toBeFalsy()
        }
      }),
    )
  })

  it('once more changes nothing', () => {
    fc.assert(
      fc.property(anyProgress, anyProgress, (mine, other) => {
        const both = merge(mine, other)
        expect(merge(both, other)).toEqual(both)
        expect(merge(both, mine)).toEqual(both)
      }),
    )
  })
})

describe('what a browser keeps', () => {
  it('is read back as it was', () => {
    fc.assert(
      fc.property(anyProgress, (progress) => {
        expect(parsed(JSON.stringify(progress))).toEqual(progress)
      }),
    )
  })

  it('is left out lesson by lesson where it is wrong', () => {
    const sound = { steps: {}, now: null, done: true }
    const wrong = [
      null,
      3,
      [],
      { ...sound, done: 1 },
      { ...sound, more: 1 },
      { ...sound, steps: { a: { how: 'won' } } },
      {
        ...sound,
        now: { step: 'a', from: null, marks: { '': [{ id: 'e-1', lane: 'x', at: [1, 2] }] }, tried: [] },
      },
    ]
    for (const one of wrong)
      expect(parsed(JSON.stringify({ L01: sound, L02: one, X01: sound }))).toEqual({ L01: sound })
    for (const text of [null, '', '3', '[]', '{', 'null']) expect(parsed(text)).toEqual({})
  })
})
