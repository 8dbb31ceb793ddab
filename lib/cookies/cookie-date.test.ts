import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readChromiumDate } from './chromium-date'
import { readCookieDate } from './cookie-date'

const read = (text: string) => {
  const ms = readCookieDate(text)
  return ms === null ? null : new Date(ms).toISOString().replace('.000Z', '')
}

const NEW_YEAR = '2027-01-01T00:00:00'

describe('a date of a cookie', () => {
  it.each([
    ['Fri, 01 Jan 2027 00:00:00 GMT', NEW_YEAR],
    // A zone plays no part.
    ['Fri, 01 Jan 2027 00:00:00', NEW_YEAR],
    ['Fri, 01 Jan 2027 00:00:00 +0900', NEW_YEAR],
    ['Fri, 01 Jan 2027 00:00:00 EST', NEW_YEAR],
    // Nor does a name of the day, whether it is right or not.
    ['Monday, 01-Jan-27 00:00:00 GMT', NEW_YEAR],
    ['Fri Jan  1 00:00:00 2027', NEW_YEAR],
    ['2027 JANUARY 1 0:0:0', NEW_YEAR],
    ['00:00:00 1/Jan/27', NEW_YEAR],
    ['"Fri, 01 Jan 2027 00:00:00 GMT"', NEW_YEAR],
    // What follows the digits of a token does not matter; a second one of its kind neither.
    ['1st Janus 2027AD 00:00:00.000', NEW_YEAR],
    ['1 Jan 2027 00:00:00:59', NEW_YEAR],
    ['1 Jan 2027 00:00:00 2 Feb 2028 23:59:59', NEW_YEAR],
    ['Fri, 01 Jan 0027 00:00:00 GMT', NEW_YEAR],
    ['Fri, 01-Jan-60 00:00:00 GMT', '2060-01-01T00:00:00'],
    ['Fri, 01-Jan-69 00:00:00 GMT', '2069-01-01T00:00:00'],
    ['Thu, 01-Jan-70 00:00:00 GMT', '1970-01-01T00:00:00'],
    ['Mon, 01 Jan 1601 00:00:00 GMT', '1601-01-01T00:00:00'],
    ['Tue, 29 Feb 2028 23:59:59 GMT', '2028-02-29T23:59:59'],
    ['1 Jan 9999 00:00:00', '9999-01-01T00:00:00'],
    // The first of two that could be the day is it, and the other the year.
    ['1 13 Jan 2027 00:00:00', '2013-01-01T00:00:00'],
  ])('%s', (text, date) => expect(read(text)).toBe(date))

  it.each([
    '',
    '0',
    '-1',
    '1',
    '2027-01-01',
    '2027-01-01T00:00:00Z',
    '01/01/2027',
    'January 2027',
    'Thu, 31 Jun 2027 00:00:00 GMT',
    'Tue, 30 Feb 2027 00:00:00 GMT',
    'Mon, 29 Feb 2027 00:00:00 GMT',
    'Fri, 01 Jan 2027 24:00:00 GMT',
    'Fri, 01 Jan 2027 00:60:00 GMT',
    'Fri, 01 Jan 2027 00:00:60 GMT',
    'Fri, 32 Jan 2027 00:00:00 GMT',
    'Fri, 00 Jan 2027 00:00:00 GMT',
    'Fri, 001 Jan 2027 00:00:00 GMT',
    'Fri, 01 Jan 1600 00:00:00 GMT',
    'Fri, 01 Jan 127 00:00:00 GMT',
    'Fri, 01 Jan 7 00:00:00 GMT',
    'Fri, 01 Jan 20271 00:00:00 GMT',
    'Fri, 01 Jan 2027 00:00 GMT',
    'Fri, 01 Jan 2027 000:00:00 GMT',
    'Fri, 01 Jan 2027 00.00.00 GMT',
    '01Jan2027 00:00:00',
    'Jan',
  ])('%j is none', (text) => expect(readCookieDate(text)).toBeNull())
})

const moment = fc
  .date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000))

describe('any date', () => {
  it('as HTTP writes it is read as what it says, and by Chromium the same', () =>
    fc.assert(
      fc.property(moment, (date) => {
        const text = date.toUTCString()
        expect(readCookieDate(text)).toBe(date.getTime())
        expect(readChromiumDate(text)).toBe(date.getTime())
      }),
    ))

  it('is the same in whatever order its parts stand, with whatever between them, and whatever the zone', () => {
    const between = fc.constantFrom(' ', '-', '/', ', ', '\t', '(', '_', '  ')
    const zone = fc.constantFrom('', 'GMT', 'EST', '+0900', 'KST', 'Z')
    const parts = (date: Date) => {
      const [, day, month, year, time] = date.toUTCString().split(' ')
      return [time!, `${month}${day}`.replace(/^(\w{3})(\d+)$/, '$2'), month!, year!]
    }
    // The day has to come before the year: both can be two digits.
    const order = fc.constantFrom([0, 1, 2, 3], [1, 2, 3, 0], [2, 1, 0, 3], [1, 0, 3, 2])
    fc.assert(
      fc.property(moment, order, between, zone, (date, places, by, behind) => {
        const text = [...places.map((at) => parts(date)[at]), behind].join(by)
        expect(readCookieDate(text)).toBe(date.getTime())
      }),
    )
  })

  it('is a whole second of a year from 1601 on, or none, whatever the text', () => {
    const piece = fc.constantFrom('Jan', 'x', '1', '31', '2027', '12:00:00', '70', '1601', '99:99:99', 'é')
    const text = fc.oneof(
      fc.string(),
      fc.array(piece).map((pieces) => pieces.join(' ')),
    )
    fc.assert(
      fc.property(text, (any) => {
        const ms = readCookieDate(any)
        if (ms === null) return
        expect(Math.abs(ms % 1000)).toBe(0)
        expect(new Date(ms).getUTCFullYear()).toBeGreaterThanOrEqual(1601)
      }),
    )
  })
})
