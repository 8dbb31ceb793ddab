/**
 * A date as Chromium reads it in a cookie: measured on thousands of made-up ones, some of which e2e/set-cookie.spec.ts keeps. A token counts
 * only if all of it is digits; a year may have one to five of them, and one before 1601 is long ago and not none. Pure.
 */
import { DELIMITERS, dateOf, MONTHS } from './cookie-date'

export function readChromiumDate(text: string): number | null {
  const tokens = text.split(DELIMITERS)
  const numbers = tokens.filter((token) => /^[0-9]+$/.test(token))
  const month = tokens.map((token) => MONTHS.indexOf(token.slice(0, 3).toLowerCase())).find((at) => at >= 0)
  const time = tokens.find((token) => /^[0-9]+:[0-9]+:[0-9]+$/.test(token))
  const dayAt = numbers.findIndex(({ length }) => length <= 2)
  const year = numbers.find(({ length }, at) => at !== dayAt && length <= 5)
  if (dayAt < 0 || month === undefined || year === undefined || time === undefined) return null
  return dateOf({ time: time.split(':').map(Number), day: Number(numbers[dayAt]), month, year: Number(year) })
}
