import { expect, it } from 'vitest'
import { newErrand, Report, redeem, reportOf } from './errand'

const of = { kind: 'bench', lane: 'jwt', laptop: '' } as const

it('of one run that asks for many the oldest go, and those of others stay', () => {
  const others = newErrand('quiet', of)
  const codes = Array.from({ length: 3000 }, () => newErrand('loud', of))
  expect(reportOf('quiet', others)).toBeNull()
  expect(codes.filter((code) => reportOf('loud', code) === null)).toEqual(codes.slice(-30))
  expect(redeem(codes[0]!)).toBeNull()
})

it('a report is short', () => {
  const entries = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`n${i}`, 1]))
  expect(Report.safeParse(entries(20)).success).toBe(true)
  expect(Report.safeParse(entries(21)).success).toBe(false)
})
