/**
 * Refresh with rotation (RFC 9700 section 4.14.2): each refresh token is good for one use. A token that comes
 * a second time means that two parties hold it; nobody can tell which is the thief, so the whole family ends.
 */
import { NOBODY, type Visit } from '@/lib/shop/visit'
import type { CredentialStatus, IssuedToken, RefusalReason } from '../strategy'
import { presentedToken } from './carrier'
import { inClaims } from './cart-place'
import { handOutRefreshToken, REFRESH_COOKIE } from './cookies'
import type { AccessClaims } from './credential'
import { endFamily } from './end'
import { nextToken, successorInGrace, type Token } from './grace'
import { isGuest, issueTo } from './issue'
import { accessEnd } from './lifetime'
import type { Ports } from './ports'
import type { FamilyRow } from './store'
import { verifyAccess } from './whose-key'

export type RefreshOutcome =
  | { status: 'valid'; issued: IssuedToken; expiresAt: Date; visit: Visit }
  | {
      status: Exclude<CredentialStatus, 'valid'>
      reason?: RefusalReason
      /** Nothing is wrong with the token: what had to come along with it did not. */
      stays?: true
    }

export async function refresh(ports: Ports): Promise<RefreshOutcome> {
  const sent = ports.cookies.read(REFRESH_COOKIE)
  if (sent.length === 0) return { status: 'absent' }
  if (sent.length > 1) return refused('doubled')
  const value = sent[0]!
  const hash = ports.refreshTokens.hash(value)
  if (!hash || ports.dials.jwt.refresh === 'none') return refused('malformed')
  const family = await ports.families.findByToken(hash)
  if (!family) return usedBefore(ports, { value, hash })
  if (family.endedAt) return refused('ended')
  if (family.expiresAt <= ports.now()) return { status: 'expired' }
  const company = await companyOf(ports, family)
  return company ? renew(ports, family, { value, hash }, company) : ALONE
}

async function renew(
  ports: Ports,
  family: FamilyRow,
  token: Token,
  company: Company,
): Promise<RefreshOutcome> {
  if (!ports.users.find(family.subject) && !isGuest(family.subject)) return refused('no_such_user')
  const at = ports.now()
  const accessExpiresAt = accessEnd(ports, at)
  const renewed = { ...family, accessExpiresAt }
  if (ports.keepToken) {
    if (!(await ports.keepToken(ports, family, at, accessExpiresAt))) return usedBefore(ports, token)
    return grant(ports, renewed, at, company)
  }
  const next = nextToken(ports, token)
  // One conditional write decides a race: of two requests with one token, one finds it spent.
  if (!(await ports.families.rotate(family, { tokenHash: next.hash, at, accessExpiresAt })))
    return usedBefore(ports, token)
  return grant(ports, renewed, at, company, next)
}

async function usedBefore(ports: Ports, token: Token): Promise<RefreshOutcome> {
  const family = await ports.families.findBySpentToken(token.hash)
  if (!family) return refused('unknown')
  if (family.endedAt) return refused('ended')
  const successor = await successorInGrace(ports, family, token)
  const company = successor && (await companyOf(ports, family))
  // Nothing is written: it is the answer of the first time, told again.
  if (company) return grant(ports, family, ports.now(), company, successor)
  if (successor) return ALONE
  if (!ports.ignoresReuse) await endFamily(ports, family.id, 'reuse')
  return refused('reused')
}

async function grant(
  ports: Ports,
  family: FamilyRow,
  at: Date,
  { claims }: Company,
  next?: Token,
): Promise<RefreshOutcome> {
  const customer = ports.users.find(family.subject)
  const issued =
    (await issueTo(ports, family, customer, claims?.cart ?? {}, at)) ??
    // The cart came in a cookie that was full to the last octets; rather no cart than no access.
    (await issueTo(ports, family, customer, {}, at))!
  const life = Math.floor((family.expiresAt.getTime() - at.getTime()) / 1000)
  if (next) handOutRefreshToken(ports, next.value, life)
  return { status: 'valid', issued, expiresAt: family.accessExpiresAt, visit: { ...NOBODY, customer } }
}

/** What came along with the refresh token: an access token of the same family, or nothing. */
interface Company {
  claims?: AccessClaims
}

/** null: the dial `sendExpired` asks for it, and it is not there. It adds little: who stole one has probably stolen both. */
async function companyOf(ports: Ports, family: FamilyRow): Promise<Company | null> {
  const { sendExpired } = ports.dials.jwt
  if (!sendExpired && !inClaims(ports)) return {}
  const presented = presentedToken(ports)
  if (presented.status !== 'presented') return sendExpired ? null : {}
  const verified = await verifyAccess(ports, presented.token)
  if (verified.status !== 'refused' && verified.claims.sid === family.id) return { claims: verified.claims }
  return sendExpired ? null : {}
}

const ALONE = { status: 'refused', reason: 'malformed', stays: true } as const

const refused = (reason: RefusalReason) => ({ status: 'refused', reason }) as const
