/**
 * The one cookie of this lane, and what its Set-Cookie line says. `Secure` is not said here: the jar adds it, and the prefix with it
 * (lib/http/cookies.ts).
 */
import type { Ports } from './ports'

export const SESSION_COOKIE = '__Secure-session'

export function writeCookie(ports: Ports, value: string) {
  const { lifetime, absolute } = ports.dials.session
  ports.cookies.write({ ...cookieOf(ports), value, maxAge: lifetime === 'session' ? null : absolute })
}

/** On sign-out. */
export function takeBack(ports: Ports) {
  ports.cookies.write({ ...cookieOf(ports), value: '', maxAge: 0 })
}

function cookieOf({ scope, dials }: Ports) {
  const { httpOnly, sameSite } = dials.session
  return { name: SESSION_COOKIE, path: scope.path, httpOnly, sameSite } as const
}
