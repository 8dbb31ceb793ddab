import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { numericDate, plusSeconds } from './numeric-date'

test.each([
  ['0', 'date'],
  ['-1', 'date'],
  ['1830000000', 'date'],
  ['1830000000.25', 'date'],
  ['1.83e9', 'date'],
  ['253402300799', 'milliseconds'],
  ['99999999999', 'date'],
  ['100000000000', 'milliseconds'],
  ['1830000000000', 'milliseconds'],
  ['99999999999999', 'milliseconds'],
  ['1830000000000000', 'none'],
  ['1.5e400', 'none'],
  ['-62135596800', 'date'],
  ['-62135596801', 'none'],
  ['-1e400', 'none'],
])('%s is %s', (text, kind) => expect(numericDate(text).kind).toBe(kind))

describe('an hour more', () => {
  it.each([
    ['1830000000', '1830003600'],
    ['18446744073709551615', '18446744073709555215'],
    ['1830000000.000000001', '1830003600.000000001'],
    ['1830000000.50', '1830003600.50'],
    ['1.83e9', '1830003600'],
    ['1.5E-3', '3600.0015'],
    ['-3600', '0'],
    ['-3600.5', '-0.5'],
    ['-0', '3600'],
    ['0.0', '3600.0'],
  ])('than %s is %s', (text, sum) => expect(plusSeconds(text, 3600)).toBe(sum))

  it('than one with a thousand zeros is not written out', () => {
    expect(plusSeconds('1e1000', 3600)).toBeNull()
    expect(plusSeconds('1e-1000', 3600)).toBeNull()
  })

  it('than any whole number is exact', () =>
    fc.assert(
      fc.property(fc.bigInt(), (n) => {
        expect(plusSeconds(String(n), 3600)).toBe(String(n + 3600n))
      }),
    ))
})
