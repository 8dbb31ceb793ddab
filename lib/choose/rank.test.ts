import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DIALS, type Dial } from '@/lib/strategies/dials'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { keyOf } from './evidence'
import { flipsOf } from './flips'
import { evidenceFor } from './measured'
import { type GivenAnswers, QUESTIONS } from './questions'
import { firstOf, rank } from './rank'
import { RULES } from './rules'

const evidence = evidenceFor(RULES)
const ranked = (answers: GivenAnswers) => rank(answers, evidence)
const order = (answers: GivenAnswers) => ranked(answers).map(({ lane, place }) => `${place} ${lane}`)

const anyAnswers: fc.Arbitrary<GivenAnswers> = fc.record(
  Object.fromEntries(QUESTIONS.map(({ id, answers }) => [id, fc.constantFrom(...answers)])),
  { requiredKeys: [] },
)
const everyAnswer = QUESTIONS.flatMap(({ id, answers }) => answers.map((answer) => [id, answer] as const))

describe('a rule', () => {
  it('belongs to an answer that can be given, and each answer has one', () => {
    const asked = new Set(RULES.map(({ question, answer }) => `${question} ${answer}`))
    expect([...asked].toSorted()).toEqual(everyAnswer.map((one) => one.join(' ')).toSorted())
  })

  it.each(RULES)('$question, $answer, $reason: some lane meets it, and some does not', ({ asks, wants }) => {
    const seen = STRATEGIES.map((lane) => evidence[keyOf(asks)]![lane]![0]!.outcome)
    const all = STRATEGIES.flatMap((lane) => evidence[keyOf(asks)]![lane]!.map(({ outcome }) => outcome))
    expect(all.some((outcome) => wants.includes(outcome))).toBe(true)
    expect(seen.every((outcome) => wants.includes(outcome))).toBe(false)
  })

  it('names outcomes that the lab or the comparison knows', () => {
    for (const { asks, wants } of RULES) {
      const all = STRATEGIES.flatMap((lane) => evidence[keyOf(asks)]![lane]!.map(({ outcome }) => outcome))
      expect(wants.filter((one) => !all.includes(one))).toEqual([])
    }
  })
})

describe('the ranking', () => {
  it('prefers nobody where nothing was answered', () => {
    expect(order({})).toEqual(['1 cookie', '1 session', '1 jwt'])
  })

  it.each(everyAnswer)('%s, %s: can matter', (question, answer) => {
    const others: GivenAnswers[] = [{}, ...everyAnswer.map(([id, given]) => ({ [id]: given }))]
    const moved = others
      .filter((other) => other[question] === undefined)
      .some((other) => order(other).join() !== order({ ...other, [question]: answer }).join())
    expect(moved).toBe(true)
  })

  it.each(STRATEGIES)('%s: is first alone for some answers, and last for others', (lane) => {
    const samples = fc.sample(anyAnswers, { numRuns: 400, seed: 7 }).map((answers) => ranked(answers))
    expect(samples.some((ranking) => firstOf(ranking).join() === lane)).toBe(true)
    expect(samples.some((ranking) => ranking.at(-1)!.lane === lane && ranking.at(-1)!.place > 1)).toBe(true)
  })

  it('counts only what was answered, and says for each lane what it found', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const due = RULES.filter(({ question, answer }) => answers[question] === answer)
        for (const { lines } of ranked(answers)) expect(lines.map(({ rule }) => rule)).toEqual(due)
      }),
      { numRuns: 100, seed: 7 },
    )
  })

  it('shares a place exactly where as much is missed and as much helps', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const ranking = ranked(answers)
        for (const one of ranking)
          for (const other of ranking) {
            const alike = one.missed === other.missed && one.helped === other.helped
            expect(one.place === other.place).toBe(alike)
          }
      }),
      { numRuns: 100, seed: 7 },
    )
  })

  it('proposes no weak position, and turns no dial for nothing', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        for (const { lane, dials, lines } of ranked(answers)) {
          const known: Readonly<Record<string, Dial>> = DIALS[lane]
          for (const [name, value] of Object.entries(dials)) {
            expect(known[name]!.weak).not.toContain(value)
            expect(lines.some(({ shown, meets }) => meets && shown?.at[name] === value)).toBe(true)
          }
        }
      }),
      { numRuns: 100, seed: 7 },
    )
  })

  it.each<[string, GivenAnswers, string[]]>([
    [
      'a shop that ends sign-ins at once, with a list',
      { bite: 'at-once', devices: 'at-once', stale: 'never' },
      ['session'],
    ],
    ['several services, a native client', { bite: 'minute', believers: 'own', holder: 'native' }, ['jwt']],
    [
      'a little state, nothing to take back',
      { bite: 'own-end', devices: 'none', holder: 'browser', state: 'little' },
      ['cookie'],
    ],
  ])('%s: %o', (_, answers, first) => expect(firstOf(ranked(answers))).toEqual(first))

  it('turns what is needed: a denylist, a key pair, an HttpOnly cookie', () => {
    const dialsOf = (answers: GivenAnswers) => ranked(answers).find(({ lane }) => lane === 'jwt')!.dials
    expect(dialsOf({ bite: 'at-once' })).toEqual({ denylist: true })
    expect(dialsOf({ believers: 'others' })).toEqual({ algorithm: 'EdDSA' })
    expect(dialsOf({ holder: 'browser' })).toEqual({ carrier: 'cookie' })
    expect(dialsOf({ devices: 'at-once' })).toEqual({ denylist: true })
  })
})

describe('an answer that flips it', () => {
  it('really does, and no other single answer does', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const now = firstOf(ranked(answers)).join()
        const flips = flipsOf(answers, evidence)
        for (const [question, answer] of everyAnswer) {
          if (answers[question] === undefined || answers[question] === answer) continue
          const then = firstOf(ranked({ ...answers, [question]: answer }))
          const told = flips.find((flip) => flip.question === question && flip.answer === answer)
          expect(told?.first ?? now.split(',')).toEqual(then)
          expect(told !== undefined).toBe(then.join() !== now)
        }
      }),
      { numRuns: 40, seed: 7 },
    )
  })
})
