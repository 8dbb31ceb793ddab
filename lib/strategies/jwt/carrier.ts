/**
 * How the access token travels. In the page's hands: it comes in the body of an answer and goes along as Bearer (RFC 6750 section 2.1);
 * whether the page keeps it in memory or in localStorage is the page's affair. Or in a cookie: the page never sees it, and the browser
 * sends it along by itself.
 */
import { type IssuedToken, MOST_OF_COOKIE, type RefusalReason } from '../strategy'
import { ACCESS_COOKIE, writeAccessCookie } from './cookies'
import type { Ports } from './ports'

export type PresentedToken =
  | { status: 'presented'; token: string }
  | { status: 'absent' }
  | { status: 'refused'; reason: RefusalReason }

export const inCookie = ({ dials }: Pick<Ports, 'dials'>) => dials.jwt.carrier === 'cookie'

export function presentedToken(ports: Ports): PresentedToken {
  return inCookie(ports) ? fromCookie(ports) : fromAuthorization(ports)
}

function fromAuthorization({ authorization }: Ports): PresentedToken {
  if (authorization === null) return { status: 'absent' }
  const token = /^Bearer +([A-Za-z0-9._~+/=-]+)$/i.exec(authorization)?.[1]
  return token ? { status: 'presented', token } : { status: 'refused', reason: 'malformed' }
}

function fromCookie({ cookies }: Ports): PresentedToken {
  const sent = cookies.read(ACCESS_COOKIE)
  if (sent.length > 1) return { status: 'refused', reason: 'doubled' }
  return sent.length === 1 ? { status: 'presented', token: sent[0]! } : { status: 'absent' }
}

/** null: a browser would drop the cookie. */
export function handOut(ports: Ports, accessToken: string, expiresIn: number): IssuedToken | null {
  if (!inCookie(ports)) return { accessToken, expiresIn }
  if (ACCESS_COOKIE.length + accessToken.length > MOST_OF_COOKIE) return null
  writeAccessCookie(ports, accessToken)
  return { expiresIn }
}
