import { describe, expect, it } from 'vitest'
import { cookiePairs, mediaTypeOf, withoutOws } from './field'

describe('what stands around a value', () => {
  it('is SP and HTAB, of any number', () => expect(withoutOws(' \t\t a \t b \t')).toBe('a \t b'))

  it.each(['\u00a0', '\u0085', '\u2003', '\ufeff', '\u200b', '\v', '\f', '\r', '\n', '\0'])(
    'is not %j',
    (sign) => expect(withoutOws(`${sign}a${sign}`)).toBe(`${sign}a${sign}`),
  )

  it('is taken off in one go', () =>
    expect(withoutOws(`${' '.repeat(100_000)}a${' \t'.repeat(50_000)}`)).toBe('a'))
})

describe('a Cookie field', () => {
  it.each([
    ['', []],
    [';; ;', []],
    ['a=1', [['a', '1']]],
    [
      'a=1;b=2;\tc = 3 ;',
      [
        ['a', '1'],
        ['b', '2'],
        ['c', '3'],
      ],
    ],
    ['a=b=c', [['a', 'b=c']]],
    [
      '=a; b',
      [
        ['', 'a'],
        ['', 'b'],
      ],
    ],
    ['a="1 2"', [['a', '"1 2"']]],
    ['a=1, b=2', [['a', '1, b=2']]],
    ['\u00a0a=1\u00a0', [['\u00a0a', '1\u00a0']]],
  ])('%j is %j', (field, pairs) => expect(cookiePairs(field)).toEqual(pairs))
})

describe('a media type', () => {
  it.each([
    [null, ''],
    ['application/json', 'application/json'],
    ['Application/JSON \t; charset=utf-8', 'application/json'],
    ['application/json\u00a0', 'application/json\u00a0'],
  ])('of %j is %j', (field, type) => expect(mediaTypeOf(field)).toBe(type))
})
