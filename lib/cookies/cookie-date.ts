/** A date as cookies have it (RFC 6265bis section 5.1.1). No date parser of a language reads what a browser reads. Pure. */

/** %x09 / %x20-2F / %x3B-40 / %x5B-60 / %x7B-7E: a colon and everything beyond ASCII belong to a token. */
export const DELIMITERS = /[\t\x20-\x2f\x3b-\x40\x5b-\x60\x7b-\x7e]+/
export const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Each ends where a character that is no digit begins, and what follows that does not matter. */
const TIME = /^([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?![0-9])/
const DAY = /^[0-9]{1,2}(?![0-9])/
const YEAR = /^[0-9]{2,4}(?![0-9])/

export interface DateParts {
  time: readonly number[]
  day: number
  /** From 0. */
  month: number
  year: number
}

/** Milliseconds since the epoch; null: no date. A zone plays no part, whatever the text says of one. */
export function readCookieDate(text: string): number | null {
  const { time, day, month, year } = partsOf(text.split(DELIMITERS)) // step 1
  // Step 5, first point.
  if (!time || day === undefined || month === undefined || year === undefined) return null
  const ms = dateOf({ time, day, month, year })
  return ms !== null && ms >= EARLIEST ? ms : null
}

/** Step 5: the year is not before 1601. */
const EARLIEST = Date.UTC(1601, 0)

/** Step 2: a token is the first thing that it can be and that is not yet found. */
function partsOf(tokens: readonly string[]): Partial<DateParts> {
  const found: Partial<DateParts> = {}
  for (const token of tokens) {
    const time = found.time ? null : TIME.exec(token)
    const day = found.day === undefined ? DAY.exec(token) : null
    const month = found.month === undefined ? MONTHS.indexOf(token.slice(0, 3).toLowerCase()) : -1
    const year = found.year === undefined ? YEAR.exec(token) : null
    if (time) found.time = time.slice(1).map(Number)
    else if (day) found.day = Number(day[0])
    else if (month >= 0) found.month = month
    else if (year) found.year = Number(year[0])
  }
  return found
}

/** Steps 3 to 6; null: there is no such day, as 31 June, or no such time. */
export function dateOf({ time, day, month, year }: DateParts): number | null {
  const [hour = 0, minute = 0, second = 0] = time
  if (day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59) return null
  const date = new Date(Date.UTC(2000, month, 1, hour, minute, second))
  date.setUTCFullYear(fourDigits(year), month, day)
  return date.getUTCMonth() === month ? date.getTime() : null
}

function fourDigits(year: number): number {
  if (year >= 70 && year <= 99) return year + 1900
  return year <= 69 ? year + 2000 : year
}
