/**
 * The one cookie of this lane, and what its Set-Cookie line says. `Secure` is not said here: the jar adds it, and the prefix with it
 * (lib/http/cookies.ts).
 */
import type { Ports } from './ports'

export const VISIT_COOKIE = '__Secure-visit'

/** @param life seconds that the visit has left */
export function writeCookie(ports: Ports, value: string, life: number) {
  ports.cookies.write({
    ...cookieOf(ports),
    value,
    maxAge: ports.dials.cookie.lifetime === 'session' ? null : life,
  })
}

/** On sign-out. */
export function takeBack(ports: Ports) {
  ports.cookies.write({ ...cookieOf(ports), value: '', maxAge: 0 })
}

function cookieOf({ scope, dials }: Ports) {
  const { httpOnly, sameSite } = dials.cookie
  return { name: VISIT_COOKIE, path: scope.path, httpOnly, sameSite } as const
}
