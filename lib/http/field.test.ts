import { describe, expect, it } from 'vitest'
import { cookieField, cookiePairs, mapPairs, mediaTypeOf, withoutOws } from './field'

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

it('a Cookie field is written as it is read', () => {
  expect(cookieField(cookiePairs(' a=1;b = 2;\tc;=d'))).toBe('a=1; b=2; c; d')
  expect(cookieField([])).toBe('')
})

it.each([
  ['a=1;  b=2 ;; c=3; ', 'A=1;  B=2 ;; C=3; '],
  ['a=1; x=2; b=3', 'A=1; B=3'],
  ['x=2', ''],
  ['', ''],
])('a Cookie field %j told otherwise pair by pair is %j', (field, told) =>
  expect(mapPairs(field, (pair) => (pair.includes('x') ? null : pair.toUpperCase()))).toBe(told),
)

describe('a media type', () => {
  it.each([
    [null, ''],
    ['application/json', 'application/json'],
    ['Application/JSON \t; charset=utf-8', 'application/json'],
    ['application/json\u00a0', 'application/json\u00a0'],
  ])('of %j is %j', (field, type) => expect(mediaTypeOf(field)).toBe(type))
})
