import { describe, expect, test } from 'vitest'
import { attributesIn, pairIn, readPasted } from './pasted'

describe('a pasted text', () => {
  test.each([
    ['', 'nothing'],
    [' \n', 'nothing'],
    ['eyJhbGciOiJIUzI1NiJ9.e30.abc', 'jwt'],
    ['Bearer eyJhbGciOiJIUzI1NiJ9.e30.', 'jwt'],
    ['authorization: Bearer a.b.c', 'jwt'],
    ['a=b', 'set-cookie'],
    ['Set-Cookie: a=b; Path=/', 'set-cookie'],
    ['set-cookie: nothing', 'set-cookie'],
    ['hello there', 'unknown'],
    ['<img src=x onerror=alert(1)>', 'unknown'],
    ['a.b', 'unknown'],
    ['\t Bearer  a.b.c \r\n', 'jwt'],
    // Characters of the text, and no white space around it.
    ['a.b.c\u00a0', 'unknown'],
    ['Bearer\u00a0a.b.c', 'unknown'],
  ])('%j is %s', (text, kind) => expect(readPasted(text).kind).toBe(kind))

  test('is told without its scheme and its field name', () => {
    expect(readPasted('Authorization: Bearer a.b.c')).toEqual({ kind: 'jwt', text: 'a.b.c' })
    expect(readPasted('Set-Cookie:a=b; Secure\r\nX: 1')).toEqual({ kind: 'set-cookie', line: 'a=b; Secure' })
  })
})

describe('attributes of a Set-Cookie line', () => {
  test('are named in any case, the unknown too, and the last of a name counts', () => {
    expect(attributesIn('a=b; path=/x;HttpOnly ; Partitioned; Path=/; Priority=High;; SameSite=')).toEqual([
      { name: 'path', value: '/x', known: 'path', overridden: true },
      { name: 'HttpOnly', value: '', known: 'httponly', overridden: false },
      { name: 'Partitioned', value: '', known: null, overridden: false },
      { name: 'Path', value: '/', known: 'path', overridden: false },
      { name: 'Priority', value: 'High', known: null, overridden: false },
      { name: 'SameSite', value: '', known: 'samesite', overridden: false },
    ])
  })

  test('come after the pair', () => {
    expect(pairIn(' a = b=c ; Secure')).toEqual({ name: 'a', value: 'b=c' })
    expect(pairIn('\u00a0a=b\u00a0; Secure')).toEqual({ name: '\u00a0a', value: 'b\u00a0' })
    expect(pairIn('alone; Secure')).toEqual({ name: '', value: 'alone' })
  })
})
