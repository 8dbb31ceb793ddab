/** The JWT lane, as the rest of this site knows it. */
import type { Lane } from '../lane'
import { ACCESS_COOKIE, REFRESH_COOKIE } from './cookies'
import { JWT_DIALS } from './site/dials'

export const jwt = {
  cookies: [
    { name: ACCESS_COOKIE, path: '', proves: true, formOf: () => 'signed' },
    { name: REFRESH_COOKIE, path: '/refresh', proves: false, formOf: () => 'random' },
  ],
  dials: JWT_DIALS,
} as const satisfies Lane
