import fc from 'fast-check'
import { expect, it } from 'vitest'
import { answersIn, queryOf } from './address'
import { type GivenAnswers, QUESTIONS } from './questions'

const anyAnswers: fc.Arbitrary<GivenAnswers> = fc.record(
  Object.fromEntries(QUESTIONS.map(({ id, answers }) => [id, fc.constantFrom(...answers)])),
  { requiredKeys: [] },
)

it('what is written is read again', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const query = Object.fromEntries(new URLSearchParams(queryOf(answers)))
      expect(answersIn(query)).toEqual({ ok: true, answers })
    }),
    { numRuns: 100 },
  )
})

it.each([
  [{}, {}],
  [{ bite: 'at-once', other: 'x' }, { bite: 'at-once' }],
  [{ bite: '', state: 'much' }, { state: 'much' }],
])('%o is taken', (query, answers) => expect(answersIn(query)).toEqual({ ok: true, answers }))

it.each([
  [{ bite: 'soon' }, 'bite'],
  [{ bite: 'at-once', state: ['little', 'much'] }, 'state'],
  [{ devices: 'minute', readers: 'toString' }, 'devices'],
])('%o is refused as a whole', (query, wrong) => expect(answersIn(query)).toEqual({ ok: false, wrong }))
