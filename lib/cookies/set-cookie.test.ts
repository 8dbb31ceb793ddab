import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readPair, readSetCookie } from './set-cookie'

const attributes = (line: string) =>
  readSetCookie(line).attributes.map(({ name, value, ignored, overridden }) =>
    [name, value, ignored ?? (overridden ? 'overridden' : 'counts')].join('|'),
  )

test.each([
  ['a=b', 'a', 'b'],
  [' a = b=c ; Secure', 'a', 'b=c'],
  ['\ta\t=\tb c\t', 'a', 'b c'],
  ['alone; Secure', '', 'alone'],
  ['=alone', '', 'alone'],
  ['a=; Path=/', 'a', ''],
  ['a="b;c"', 'a', '"b'],
  ['', '', ''],
  // White space is a blank or a tab, and nothing that a language calls so besides.
  ['\u00a0a=b\u00a0', '\u00a0a', 'b\u00a0'],
])('the pair of %j', (line, name, value) => {
  expect(readPair(line)).toEqual({ name, value })
  expect(readSetCookie(line)).toMatchObject({ name, value })
})

describe('attributes', () => {
  it('are named in any case, the unknown too, and the last of a name counts', () => {
    expect(
      attributes('a=b; path=/x;HttpOnly ; Partitioned; Path=/; Priority=High;; SameSite=; =; Max-Age = 6 '),
    ).toEqual([
      'path|/x|overridden',
      'HttpOnly||counts',
      'Partitioned||unknown',
      'Path|/|counts',
      'Priority|High|unknown',
      'SameSite||counts',
      '||unknown',
      'Max-Age|6|counts',
    ])
  })

  it('that have to be ignored do not undo an earlier one', () => {
    expect(readSetCookie('a=b; Max-Age=60; Max-Age=abc; Max-Age=').maxAge).toBe(60)
    expect(readSetCookie('a=b; Expires=Fri, 01 Jan 2027 00:00:00 GMT; Expires=0').expires).toBe(
      Date.UTC(2027, 0),
    )
    const long = 'x'.repeat(1025)
    expect(readSetCookie(`a=b; Path=/c; Path=/${long}; Domain=d; Domain=${long}`)).toMatchObject({
      path: '/c',
      domain: 'd',
    })
    expect(attributes(`a=b; Max-Age=60; Max-Age=+6; Path=/${'x'.repeat(1023)}; Secure=${long}`)).toEqual([
      'Max-Age|60|counts',
      'Max-Age|+6|noNumber',
      `Path|/${'x'.repeat(1023)}|counts`,
      `Secure|${long}|tooLong`,
    ])
  })

  it('that name nothing undo an earlier one all the same, where the text has it so', () => {
    expect(readSetCookie('a=b; Path=/c; Path=').path).toBe('default')
    expect(readSetCookie('a=b; SameSite=Strict; SameSite=Other').sameSite).toBeNull()
    expect(readSetCookie('a=b; Domain=c.example; Domain=').domain).toBe('')
  })

  it.each([
    ['60', 60],
    ['060', 60],
    ['-5', -5],
    ['-0', -0],
    ['99999999999999999999', 1e20],
    ['+60', null],
    ['6.0', null],
    ['6 0', null],
    ['"60"', null],
    ['1e3', null],
    ['-', null],
    ['--5', null],
    ['６', null],
  ])('Max-Age=%s', (value, seconds) => expect(readSetCookie(`a=b; Max-Age=${value}`).maxAge).toBe(seconds))

  it('are where the line has them', () => {
    const line = 'a=b;Path=/ ; \tMax-Age = 60;;Secure'
    const { attributes: found } = readSetCookie(line)
    expect(found.map(({ start, end }) => line.slice(start, end))).toEqual([
      'Path=/',
      'Max-Age = 60',
      'Secure',
    ])
  })
})

describe('a line is ignored entirely', () => {
  it.each([
    ['a=b\u0001', 'control'],
    ['a=b\u007f; Secure', 'control'],
    ['a=b; x=\u0000', 'control'],
    [`a=${'x'.repeat(4096)}`, 'tooLarge'],
    [`${'x'.repeat(4097)}`, 'tooLarge'],
    [`a=${'x'.repeat(4095)}`, null],
    [`  a = ${'x'.repeat(4095)}  `, null],
    ['a=b\tc', null],
  ])('%#: %2$s', (line, broken) => expect(readSetCookie(line).broken).toBe(broken))

  it('by the octets of its text', () => {
    const octetsOf = (text: string) => Buffer.byteLength(text)
    expect(readSetCookie(`a=${'한'.repeat(1365)}`, octetsOf)).toMatchObject({ octets: 4096, broken: null })
    expect(readSetCookie(`a=${'한'.repeat(1366)}`, octetsOf)).toMatchObject({
      octets: 4099,
      broken: 'tooLarge',
    })
  })
})

describe('any line', () => {
  const blank = fc.stringMatching(/^[ \t]{0,3}$/)
  const attribute = fc.constantFrom(
    'Path=/x',
    'Path=',
    'Max-Age=60',
    'Max-Age=no',
    'Expires=Fri, 01 Jan 2027 00:00:00 GMT',
    'Expires=0',
    'Domain=.C.example',
    'Secure',
    'HttpOnly=0',
    'SameSite=Lax',
    'Other=1',
  )
  const parts = fc.array(attribute, { maxLength: 6 })
  const meaning = (line: string) => {
    const { attributes: _, ...rest } = readSetCookie(line)
    return rest
  }

  it('means the same with other blanks, and with names in another case', () =>
    fc.assert(
      fc.property(parts, blank, blank, (list, before, behind) => {
        const plain = ['a=b', ...list].join(';')
        const spaced = ['a=b', ...list].map(
          (one) => before + one.replace('=', `${behind}=${before}`) + behind,
        )
        const shouted = list.map((one) => one.replace(/^[^=]+/, (name) => name.toUpperCase()))
        expect(meaning(spaced.join(';'))).toEqual(meaning(plain))
        expect(meaning(['a=b', ...shouted].join('; '))).toEqual(meaning(plain))
      }),
    ))

  it('means the same with an attribute behind it that has to be ignored', () => {
    const ignored = fc.constantFrom('Max-Age=x', 'Expires=1', 'Foo', '', `Path=/${'x'.repeat(1024)}`, '=')
    fc.assert(
      fc.property(parts, ignored, (list, last) => {
        const line = ['a=b', ...list].join('; ')
        expect(meaning(`${line}; ${last}`)).toEqual(meaning(line))
      }),
    )
  })

  it('is taken apart without a throw, and nothing of it is said that is not in it', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'a=; \t,-0Path'), maxLength: 60 }), (line) => {
        const { name, value, attributes: found } = readSetCookie(line)
        expect(line).toContain(name)
        expect(line).toContain(value)
        for (const { start, end, name: key } of found) expect(line.slice(start, end)).toContain(key)
      }),
    ))
})
