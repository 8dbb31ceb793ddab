import fc from 'fast-check'
import { expect, it } from 'vitest'
import { answersIn, queryOf } from './address'
import { type GivenAnswers, QUESTIONS } from './questions'

const anyAnswers: fc.Arbitrary<GivenAnswers> = fc.record(
  Object.fromEntries(QUESTIONS.map(({ id, answers }) => [id, fc.constantFrom(...answers)])),
  { requiredKeys: [] },
)

const read = (query: string) => answersIn(new URLSearchParams(query))

it('what is written is read again', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      expect(read(queryOf(answers))).toEqual({ ok: true, answers })
    }),
    { numRuns: 100 },
  )
})

it.each([
  ['', {}],
  ['bite=at-once&other=x&other=y', { bite: 'at-once' }],
  ['bite=&state=much', { state: 'much' }],
])('%s is taken', (query, answers) => expect(read(query)).toEqual({ ok: true, answers }))

it.each([
  ['bite=soon', 'bite'],
  ['bite=at-once&state=little&state=much', 'state'],
  ['bite=at-once&bite=at-once', 'bite'],
  ['bite=at-once&bite=', 'bite'],
  ['devices=minute&readers=toString', 'devices'],
  ['devices=see&readers=toString', 'readers'],
  ['bite=At-once', 'bite'],
])('%s is refused as a whole', (query, wrong) => expect(read(query)).toEqual({ ok: false, wrong }))
