import { describe, expect, test } from 'vitest'
import { readPasted } from './pasted'

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
