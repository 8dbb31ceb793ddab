import type { DemoUser } from '@/app/_live/state/types'

/** Key of what is said below the password; null: the page does not know its users yet, and claims nothing. */
export function signInNote(
  user: Pick<DemoUser, 'password'> | undefined,
  wasWrong: boolean,
): 'wrong-password' | 'password-note' | 'password-changed' | null {
  if (!user) return null
  if (wasWrong) return 'wrong-password'
  return user.password === null ? 'password-changed' : 'password-note'
}
