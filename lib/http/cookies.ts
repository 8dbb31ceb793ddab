/**
 * Cookies of one exchange. Reading keeps every value of a name, because two of one name are a question
 * and not an answer; writing puts the attributes in one fixed order, so that lines can be compared.
 */
import { env } from '@/lib/process/env'
import type { CookieJar, OutgoingCookie } from '@/lib/strategies/strategy'
import { cookiePairs } from './field'

export interface ResponseCookies extends CookieJar {
  /** The Set-Cookie field values, in order. */
  lines(): string[]
}

/** @param field the Cookie field of the request, or null */
export function cookiesOf(field: string | null): ResponseCookies {
  const sent = cookiePairs(field ?? '')
  const written: string[] = []
  return {
    read: (name) => sent.filter(([key]) => key === nameHere(name)).map(([, value]) => value),
    write: (cookie) => void written.push(serialize(cookie)),
    lines: () => written,
  }
}

/** RFC 6265bis section 4.1.1. Values are base64url or a seal: nothing to escape. */
export function serialize({ name, value, path, maxAge, httpOnly, sameSite }: OutgoingCookie): string {
  const attributes = [
    `Path=${path}`,
    maxAge === null ? null : `Max-Age=${maxAge}`,
    httpOnly ? 'HttpOnly' : null,
    env.INSECURE_HTTP ? null : 'Secure',
    sameSite === 'absent' ? null : `SameSite=${sameSite}`,
  ]
  return [`${nameHere(name)}=${value}`, ...attributes.filter((attribute) => attribute !== null)].join('; ')
}

/** `INSECURE_HTTP` is the weak mode for a network without TLS: no Secure, and so no right to the prefix either. */
export const nameHere = (name: string) => (env.INSECURE_HTTP ? name.replace(/^__(?:Secure|Host)-/, '') : name)
