import { describe, expect, it } from 'vitest'
import { maskLine } from '@/lib/trace/export/mask'
import type { HeaderLine } from '@/lib/trace/model/exchange'
import { lineBytes } from './line-bytes'
import { partsOf, scriptKnows, writtenHere } from './wire-parts'

const ID = 'Jd81aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789-_a'

const credentials = (parts: ReturnType<typeof partsOf>) =>
  parts.filter(({ kind }) => kind === 'credential').map(({ text }) => text)

describe('a header line is cut', () => {
  it('at the value of each cookie that the browser sends', () => {
    expect(partsOf('request', ['Cookie', `__Secure-session=${ID}; theme=dark`])).toEqual([
      { text: '__Secure-session=', kind: 'plain', note: 'secure-prefix' },
      { text: ID, kind: 'credential', note: null, cookie: '__Secure-session' },
      { text: '; ', kind: 'plain', note: null },
      { text: 'theme=', kind: 'plain', note: null },
      { text: 'dark', kind: 'credential', note: null, cookie: 'theme' },
    ])
  })

  it('however its sender parts the cookies', () => {
    const parts = partsOf('request', ['Cookie', `a=one;b=two;\t c=three`])
    expect(credentials(parts)).toEqual(['one', 'two', 'three'])
    expect(parts.map(({ text }) => text).join('')).toBe('a=one;b=two;\t c=three')
  })

  it('at the value and the attributes of a cookie that is set', () => {
    const line = `__Secure-visit=${ID}; Path=/api; Max-Age=60; HttpOnly; Secure; SameSite=Lax; Odd`
    const parts = partsOf('response', ['set-cookie', line])
    expect(credentials(parts)).toEqual([ID])
    expect(parts.filter(({ kind }) => kind === 'attribute').map(({ note }) => note)).toEqual([
      'path',
      'max-age',
      'httponly',
      'secure',
      'samesite',
      'unknown',
    ])
  })

  it('after the scheme of an authorization', () => {
    expect(credentials(partsOf('request', ['authorization', `Bearer ${ID}`]))).toEqual([ID])
    expect(credentials(partsOf('request', ['authorization', ID]))).toEqual([ID])
  })

  it('so that nothing is lost', () => {
    const whole = (side: 'request' | 'response', line: HeaderLine) =>
      partsOf(side, line)
        .map(({ before = '', text }) => before + text)
        .join('')
    for (const value of ['a=1; b=2', 'a', '=x', '', 'a=; b', 'a=1;b=2 ;;  c', '; ', 'a=b=c'])
      expect(whole('request', ['Cookie', value])).toBe(value)
    for (const value of ['a=1;Path=/', 'a=1 ;  PATH = / ;;Secure; ', 'a', '; Secure', 'a=;\tx'])
      expect(whole('response', ['Set-Cookie', value])).toBe(value)
  })

  it('with the note of an attribute, in whatever case and with whatever blanks it is written', () => {
    const parts = partsOf('response', ['Set-Cookie', 'a=1;PATH=/ ;  max-age = 1;partitioned'])
    expect(parts.map(({ note }) => note).filter(Boolean)).toEqual(['path', 'max-age', 'partitioned'])
  })

  it('not at all elsewhere: a response has no Cookie field', () => {
    expect(credentials(partsOf('response', ['Cookie', `a=${ID}`]))).toEqual([])
  })
})

describe('the octets of a line', () => {
  it.each([
    ['Cookie', `__Secure-session=${ID}; a=b`],
    ['Authorization', `Bearer ${ID}.${ID}.${ID}`],
    ['Set-Cookie', `__Secure-visit=Fe26.2*1*${ID}*${ID}~2; Path=/; HttpOnly`],
    ['Host', 'localhost:3000'],
  ] as const)('%s: the same masked and whole', (name, value) => {
    expect(lineBytes(maskLine([name, value]))).toBe(`${name}: ${value}\r\n`.length)
  })
})

describe('what page script knows', () => {
  it('of a request: what it wrote, or can read elsewhere', () => {
    expect(scriptKnows('request', 'Authorization', true)).toBe(true)
    expect(scriptKnows('request', 'Cookie', true)).toBe(false)
    expect(scriptKnows('request', 'Sec-Fetch-Site', true)).toBe(false)
  })

  it('of a response: all but Set-Cookie', () => {
    expect(scriptKnows('response', 'Set-Cookie', true)).toBe(false)
    expect(scriptKnows('response', 'Date', true)).toBe(true)
  })

  it('nothing to say where no page sent it', () => {
    expect(scriptKnows('request', 'Host', false)).toBeNull()
  })
})

it("tells the shop's Vary from the framework's", () => {
  expect(writtenHere('response', ['Vary', 'Origin, Sec-Fetch-Site'])).toBe(true)
  expect(writtenHere('response', ['vary', 'rsc, next-router-state-tree'])).toBe(false)
})
