import { expect, it } from 'vitest'
import { signInNote } from './sign-in-note'

it.each([
  ['before the users are known, nothing is claimed', undefined, false, null],
  ['nor when an answer came first', undefined, true, null],
  ['a password that the site made', { password: 'first' }, false, 'password-note'],
  ['one that was changed', { password: null }, false, 'password-changed'],
  ['one that was refused', { password: 'first' }, true, 'wrong-password'],
] as const)('%s', (_, user, wasWrong, said) => expect(signInNote(user, wasWrong)).toBe(said))
