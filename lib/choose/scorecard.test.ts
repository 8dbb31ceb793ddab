import { describe, expect, it } from 'vitest'
import { LABS } from '@/lib/labs'
import { curesShown, REQUIREMENTS, type Requirement, scoresOf } from './scorecard'

const one = (id: string, part?: string): Requirement =>
  REQUIREMENTS.find((requirement) => requirement.id === id && requirement.part === part)!
const byDefault = (id: string, part?: string) =>
  scoresOf(one(id, part)).map(({ lane, default: { score } }) => `${lane} ${score}`)
const movedOf = (id: string, lane: string) =>
  scoresOf(one(id))
    .find((score) => score.lane === lane)!
    .moved.map(({ dials, score }) => [dials, score])

describe('the scorecard', () => {
  it('has each requirement of V7.2 to V7.5 and of V9', () => {
    const counts = { '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 3, '9.1': 3, '9.2': 4 }
    const all = Object.entries(counts).flatMap(([section, n]) =>
      Array.from({ length: n }, (_, at) => `${section}.${at + 1}`),
    )
    expect([...new Set(REQUIREMENTS.map(({ id }) => id))]).toEqual(all)
  })

  it('asks only for outcomes that the lab has', () => {
    for (const { by, without = [] } of REQUIREMENTS)
      for (const { asks, wants } of by) {
        const lab = LABS.find(({ slug }) => slug === asks.lab)!
        expect(wants.filter((outcome) => !(outcome in lab.outcomes))).toEqual([])
        if (without.length > 0)
          expect(without.some((outcome) => outcome in lab.outcomes || by.length > 1)).toBe(true)
      }
  })

  it.each([
    ['7.4.1', undefined, ['cookie not-met', 'session met', 'jwt not-met']],
    ['7.4.5', 'at-once', ['cookie not-met', 'session met', 'jwt not-met']],
    ['7.4.5', 'minute', ['cookie not-met', 'session met', 'jwt met']],
    ['7.3.1', undefined, ['cookie not-met', 'session met', 'jwt not-shown']],
    ['9.1.1', undefined, ['cookie met', 'session does-not-apply', 'jwt met']],
    ['9.1.2', undefined, ['cookie does-not-apply', 'session does-not-apply', 'jwt met']],
    ['9.2.3', undefined, ['cookie does-not-apply', 'session does-not-apply', 'jwt met']],
  ])('%s %s, as the dials come: %o', (id, part, scores) => expect(byDefault(id, part)).toEqual(scores))

  it('names the positions that change it, for the better and for the worse', () => {
    expect(movedOf('7.4.1', 'jwt')).toEqual([[{ denylist: true }, 'met']])
    expect(movedOf('7.4.1', 'cookie')).toEqual([[{ generation: true }, 'met']])
    expect(movedOf('7.4.3', 'session')).toEqual([[{ passwordChange: 'keeps-others' }, 'not-met']])
    expect(movedOf('9.1.1', 'cookie')).toEqual([[{ protection: 'plain' }, 'not-met']])
  })
})

it('the cures of 7.4.1 are the three that ASVS names, each tried alone, and each ends the copy', () => {
  const cures = curesShown()
  expect(cures.map(({ id }) => id)).toEqual(['list', 'date', 'key'])
  for (const { dial, tried } of cures) {
    expect(tried.some(({ ends }) => ends)).toBe(true)
    for (const { shown } of tried) expect(Object.keys(shown.at)).toEqual([dial])
  }
})
