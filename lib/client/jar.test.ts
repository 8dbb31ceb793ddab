import { describe, expect, it } from 'vitest'
import { CookieJar } from './jar'

const after = (...lines: string[]) => {
  const jar = new CookieJar()
  for (const line of lines) jar.store(line)
  return jar
}

describe('a jar', () => {
  it.each([
    'a=1; Path=/x; Max-Age=60; HttpOnly; Secure; SameSite=Lax',
    'a=1;max-age=60 ;PATH=/x',
    'a=1; HttpOnly; Path=/x',
    'a=1; Path=/x; Max-Age=60; Max-Age=soon',
    'a=1; Path=/x; Expires=0',
  ])('keeps what a browser keeps: %s', (line) => {
    expect(after(line).cookies).toEqual([{ name: 'a', value: '1', path: '/x' }])
    expect(after(line).fieldFor('/x/y')).toBe('a=1')
    expect(after(line).fieldFor('/xy')).toBeNull()
  })

  it.each([
    'a=; Path=/x; Max-Age=0; HttpOnly',
    'a=;path=/x;MAX-AGE=0',
    'a=; Max-Age=-1; Path=/x',
    'a=; Path=/x; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
  ])('drops what a browser drops: %s', (line) => {
    expect(after('a=1; Path=/x', 'b=2; Path=/x', line).fieldFor('/x')).toBe('b=2')
  })

  it.each([
    'a=2; Path=/x/y; Max-Age=0',
    `a=${'x'.repeat(4096)}; Path=/x`,
    'a=2\u0001; Path=/x',
    '=2; Path=/x',
    'a=2',
  ])('leaves what it has: %#', (line) => {
    expect(after('a=1; Path=/x', line).fieldFor('/x')).toBe('a=1')
  })

  it('sends everything below the root', () => {
    expect(after('a=1; Path=/').fieldFor('/x/y')).toBe('a=1')
  })
})
