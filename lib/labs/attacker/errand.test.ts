import { describe, expect, it } from 'vitest'
import { forgetErrands, isOnErrand, newErrand, Report, redeem, reportOf, takeReport } from './errand'

const of = { kind: 'bench', lane: 'jwt', laptop: '' } as const

describe('errands', () => {
  it('of one run that asks for many the oldest go, and those of others stay', () => {
    const others = newErrand('quiet', of)
    const codes = Array.from({ length: 3000 }, () => newErrand('loud', of))
    expect(reportOf('quiet', others)).toBeNull()
    expect(codes.filter((code) => reportOf('loud', code) === null)).toEqual(codes.slice(-30))
    expect(redeem(codes[0]!)).toBeNull()
  })

  it('of many runs together push out nobody’s', () => {
    const others = newErrand('still quiet', of)
    for (let run = 0; run < 200; run++) for (let n = 0; n < 30; n++) newErrand(`loud-${run}`, of)
    expect(redeem(others)).toMatchObject({ kind: 'bench' })
  })

  it('go with their run, code and ticket', () => {
    const [code, gone] = [newErrand('ended', of), newErrand('ended', of)]
    const { ticket } = redeem(code)!
    expect(isOnErrand(ticket)).toBe(true)
    forgetErrands('ended')
    expect([isOnErrand(ticket), takeReport(ticket, {}), redeem(gone)]).toEqual([false, false, null])
    expect(reportOf('ended', code)).toBeUndefined()
  })
})

it.each(['\u00a0', ' ', '\u200b', '\ufeff', '\0', '０'])('a code has one spelling: not with %j', (sign) => {
  const code = newErrand('run', of)
  for (const other of [sign + code, code + sign, code.toLowerCase()]) {
    expect(redeem(other)).toBeNull()
    expect(reportOf('run', other)).toBeUndefined()
  }
  const ticket = redeem(code)!.ticket
  for (const other of [sign + ticket, ticket + sign]) expect(isOnErrand(other)).toBe(false)
  expect(isOnErrand(ticket)).toBe(true)
})

it('a report is short', () => {
  const entries = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`n${i}`, 1]))
  expect(Report.safeParse(entries(20)).success).toBe(true)
  expect(Report.safeParse(entries(21)).success).toBe(false)
  const long = (count: number) =>
    Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`n${i}`, 'x'.repeat(count)]))
  expect([100, 200].map((count) => Report.safeParse(long(count)).success)).toEqual([true, false])
})
