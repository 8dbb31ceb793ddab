import { afterEach, expect, it } from 'vitest'
import { dateFormat, numberFormat, numeral, pluralOf } from './formatters'
import { LOCALES } from './routing'

const zone = process.env.TZ
afterEach(() => {
  process.env.TZ = zone
})

it('makes a formatter once', () => {
  expect(numberFormat('en', { maximumFractionDigits: 1 })).toBe(
    numberFormat('en', { maximumFractionDigits: 1 }),
  )
  expect(numberFormat('en', { maximumFractionDigits: 1 })).not.toBe(numberFormat('en'))
  expect(dateFormat('ko', { hour: '2-digit' })).toBe(dateFormat('ko', { hour: '2-digit' }))
  expect(dateFormat('ko', { hour: '2-digit' })).not.toBe(dateFormat('en', { hour: '2-digit' }))
})

it('goes along with a reader who travels', () => {
  const hour = () => dateFormat('en', { hour: '2-digit', hourCycle: 'h23' }).format(0)
  process.env.TZ = 'UTC'
  expect(hour()).toBe('00')
  process.env.TZ = 'Asia/Seoul'
  expect(hour()).toBe('09')
})

it.each(LOCALES)('writes a number as its language does: %s', (locale) => {
  for (const n of [0, 1, 999, 1000, 1234567, -1, -1000, 0.5, 12.3456])
    expect(numeral(n, locale)).toBe(n.toLocaleString(locale))
})

it.each(LOCALES)('knows the forms of the language: %s', (locale) => {
  for (const n of [0, 1, -1, 2, 10, 11, 21, 101, 1000000, 0.5, 1.5])
    expect([n, pluralOf(n, locale)]).toEqual([n, new Intl.PluralRules(locale).select(n)])
})
