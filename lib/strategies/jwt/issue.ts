/** Issuing: a refresh family at sign-in, and an access token whenever somebody has proved the right to one. */
import type { Cart } from '@/lib/shop/cart'
import type { Customer } from '@/lib/shop/visit'
import { makeHandle } from '../opaque'
import type { IssuedToken } from '../strategy'
import { seconds } from '../time'
import { handOut } from './carrier'
import type { AccessClaims } from './credential'
import { accessEnd, REFRESH_LIFE } from './lifetime'
import type { Ports } from './ports'
import type { FamilyRow } from './store'
import { ownKeyOf } from './whose-key'

/** Not yet stored. */
export function newFamily(ports: Ports, subject: string) {
  const now = ports.now()
  const { value: refreshToken, hash } = ports.refreshTokens.make()
  const accessExpiresAt = accessEnd(ports, now)
  const { refresh, sliding } = ports.dials.jwt
  const family: FamilyRow = {
    id: makeHandle(),
    subject,
    device: ports.scope.device,
    tokenHash: hash,
    generation: 1,
    createdAt: now,
    lastSeenAt: now,
    // Where nothing renews it, the sign-in lasts as long as its one access token.
    expiresAt: refresh === 'none' && sliding === 'off' ? accessExpiresAt : later(now, REFRESH_LIFE),
    accessExpiresAt,
    endedAt: null,
    endedBecause: null,
  }
  return { family, refreshToken }
}

type Holder = Pick<FamilyRow, 'id' | 'subject' | 'createdAt' | 'accessExpiresAt'>

/**
 * null: it would not fit where it has to travel.
 * @param at from which the access life was counted: asked again, the clock could be in the next second
 */
export function issueTo(ports: Ports, family: Holder, customer: Customer | null, cart: Cart, at: Date) {
  return issue(ports, at, {
    sub: family.subject,
    sid: family.id,
    exp: seconds(family.accessExpiresAt),
    ...(ports.dials.jwt.sliding !== 'off' && { auth_time: seconds(family.createdAt) }),
    ...(customer && { role: customer.role, discount: customer.discount }),
    ...(ports.dials.jwt.cartIn === 'claims' && { cart: { ...cart } }),
  })
}

/** The same claims in another token: nothing is looked up, and what was copied at sign-in stays as old as it is. */
export const reissue = (ports: Ports, at: Date, claims: AccessClaims, differing: Partial<AccessClaims>) =>
  issue(ports, at, { ...claims, ...differing })

type ToIssue = Omit<AccessClaims, 'jti' | 'iat'>

async function issue(
  ports: Ports,
  at: Date,
  { sub, sid, exp, ...rest }: ToIssue,
): Promise<IssuedToken | null> {
  // Unique among the tokens of one life is enough; it travels with every request.
  const jti = makeHandle(9)
  const claims = { ...rest, sub, sid, jti, iat: issuedAt(ports, at, sub), exp }
  const accessToken = await ports.accessTokens.sign(claims, await ownKeyOf(ports, sub))
  return handOut(ports, accessToken, Math.max(0, exp - seconds(at)))
}

/**
 * `iat` has whole seconds. A token from the second in which the password was changed counts from the next one, or it would look
 * older than the change.
 */
function issuedAt({ users, dials }: Ports, at: Date, subject: string): number {
  const changed = dials.jwt.oldTokens === 'refused' ? users.passwordChangedAt(subject) : null
  return changed ? Math.max(seconds(at), seconds(changed) + 1) : seconds(at)
}

export const guestSubject = () => `guest-${makeHandle()}`
export const isGuest = (subject: string) => subject.startsWith('guest-')

const later = (date: Date, by: number) => new Date(date.getTime() + by * 1000)
