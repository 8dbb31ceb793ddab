import { expect, test } from 'vitest'
import { aCookie } from '@/lib/testing/exchanges'
import { issuedToken } from './issued-token'

const token = (jti: string) => ({
  ...aCookie({ form: 'signed', place: 'memory', name: 'access token', device: 'laptop', bytes: 311 }),
  contents: [{ name: 'jti', value: jti }],
})
const seen = (before: string[], after: string[]) => ({
  device: 'laptop' as const,
  stored: { before: before.map(token), after: after.map(token) },
})

test('a token that is held now, and was not held like this before, came with the answer', () => {
  expect(issuedToken(seen([], ['a']))).toBe(311)
  expect(issuedToken(seen(['a'], ['b']))).toBe(311)
})

test('one that is held as before, or no longer, did not', () => {
  expect(issuedToken(seen(['a'], ['a']))).toBeNull()
  expect(issuedToken(seen(['a'], []))).toBeNull()
  expect(issuedToken({ ...seen([], ['a']), device: 'phone' })).toBeNull()
})
