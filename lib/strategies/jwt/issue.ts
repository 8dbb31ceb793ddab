/** Issuing: a refresh family at sign-in, and an access token whenever somebody has proved the right to one. */
import type { Customer } from '../../shop/visit'
import { ACCESS_TOKEN_LIFE, REFRESH_LIFE } from '../lifetimes'
import { makeHandle } from '../opaque'
import type { IssuedToken, Ports } from '../strategy'
import { REFRESH_COOKIE } from './credential'
import type { FamilyRow } from './store'

export async function startFamily(ports: Ports, subject: string): Promise<FamilyRow> {
  const now = ports.now()
  const { value, hash } = ports.refreshTokens.make()
  const family: FamilyRow = {
    id: makeHandle(),
    subject,
    device: ports.scope.device,
    tokenHash: hash,
    generation: 1,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: later(now, REFRESH_LIFE),
    accessExpiresAt: accessEnd(now),
    endedAt: null,
    endedBecause: null,
  }
  await ports.families.insert(family)
  ports.cookies.write({ ...refreshCookieOf(ports), value, maxAge: REFRESH_LIFE })
  return family
}

export async function issueAccessToken(
  ports: Ports,
  family: Pick<FamilyRow, 'id' | 'subject' | 'accessExpiresAt'>,
  customer: Customer | null,
): Promise<IssuedToken> {
  const exp = Math.floor(family.accessExpiresAt.getTime() / 1000)
  const accessToken = await ports.accessTokens.sign({
    sub: family.subject,
    sid: family.id,
    // Unique among the tokens of one life is enough; it travels with every request.
    jti: makeHandle(9),
    iat: exp - ACCESS_TOKEN_LIFE,
    exp,
    ...(customer && { role: customer.role, discount: customer.discount }),
  })
  return { accessToken, expiresIn: ACCESS_TOKEN_LIFE }
}

/** The Path ends in /refresh: no other request carries the refresh token. Strict: no other site starts a refresh. */
export const refreshCookieOf = (ports: Ports) =>
  ({ name: REFRESH_COOKIE, path: `${ports.scope.path}/refresh`, sameSite: 'Strict' }) as const

/** A token counts whole seconds (RFC 7519 section 2, NumericDate), so its end does too. */
export const accessEnd = (now: Date) =>
  new Date((Math.floor(now.getTime() / 1000) + ACCESS_TOKEN_LIFE) * 1000)

export const guestSubject = () => `guest-${makeHandle()}`
export const isGuest = (subject: string) => subject.startsWith('guest-')

const later = (date: Date, seconds: number) => new Date(date.getTime() + seconds * 1000)
