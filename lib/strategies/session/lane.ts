/** The session lane, as the rest of this site knows it. */
import type { Lane } from '../lane'
import { SESSION_COOKIE } from './cookies'
import { SESSION_DIALS } from './site/dials'

export const session = {
  cookies: [{ name: SESSION_COOKIE, path: '', proves: true, formOf: () => 'random' }],
  dials: SESSION_DIALS,
} as const satisfies Lane
