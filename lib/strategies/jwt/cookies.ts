/**
 * The cookies of this lane, and what their Set-Cookie lines say. `Secure` is not said here: the jar adds it, and the prefix with it
 * (lib/http/cookies.ts).
 */
import { REFRESH_LIFE } from './lifetime'
import type { Ports } from './ports'

export const REFRESH_COOKIE = '__Secure-refresh'
/** Where the access token travels in a cookie. */
export const ACCESS_COOKIE = '__Secure-access'

/** @param life seconds that the family has left */
export function handOutRefreshToken(ports: Ports, value: string, life: number): void {
  ports.cookies.write({ ...refreshCookieOf(ports), value, maxAge: maxAge(ports, life) })
}

/** It outlives the token: only what still arrives can be called expired, and not absent. */
export function writeAccessCookie(ports: Ports, value: string): void {
  ports.cookies.write({ ...accessCookieOf(ports), value, maxAge: maxAge(ports, REFRESH_LIFE) })
}

/** On sign-out. */
export function takeBack(ports: Ports): void {
  ports.cookies.write({ ...refreshCookieOf(ports), value: '', maxAge: 0 })
  if (ports.dials.jwt.carrier === 'cookie' && ports.cookies.read(ACCESS_COOKIE).length > 0)
    takeBackAccess(ports)
}

export function takeBackAccess(ports: Ports): void {
  ports.cookies.write({ ...accessCookieOf(ports), value: '', maxAge: 0 })
}

/** The Path ends in /refresh: no other request carries the refresh token. */
const refreshCookieOf = ({ scope, dials }: Ports) =>
  ({ name: REFRESH_COOKIE, path: `${scope.path}/refresh`, ...attributesOf(dials.jwt) }) as const

const accessCookieOf = ({ scope, dials }: Ports) =>
  ({ name: ACCESS_COOKIE, path: scope.path, ...attributesOf(dials.jwt) }) as const

const attributesOf = ({ httpOnly, sameSite }: Ports['dials']['jwt']) => ({ httpOnly, sameSite })

const maxAge = ({ dials }: Ports, life: number) => (dials.jwt.lifetime === 'max-age' ? life : null)
