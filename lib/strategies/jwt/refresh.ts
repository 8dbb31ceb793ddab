/**
 * Refresh with rotation (RFC 9700 section 4.14.2): each refresh token is good for one use. A token that comes
 * a second time means that two parties hold it; nobody can tell which is the thief, so the whole family ends.
 */
import type { Visit } from '../../shop/visit'
import type { CredentialStatus, IssuedToken, Ports, RefusalReason } from '../strategy'
import { REFRESH_COOKIE } from './credential'
import { accessEnd, isGuest, issueAccessToken, refreshCookieOf } from './issue'
import type { FamilyRow } from './store'

export type Refreshed =
  | { status: 'valid'; issued: IssuedToken; expiresAt: Date; visit: Visit }
  | { status: Exclude<CredentialStatus, 'valid'>; reason?: RefusalReason }

export async function refresh(ports: Ports): Promise<Refreshed> {
  const sent = ports.cookies.read(REFRESH_COOKIE)
  if (sent.length === 0) return { status: 'absent' }
  if (sent.length > 1) return refused('doubled')
  const tokenHash = ports.refreshTokens.hash(sent[0]!)
  if (!tokenHash) return refused('malformed')
  const family = await ports.families.findByToken(tokenHash)
  if (!family) return usedBefore(ports, tokenHash)
  if (family.endedAt) return refused('ended')
  if (family.expiresAt <= ports.now()) return { status: 'expired' }
  return rotate(ports, family)
}

async function rotate(ports: Ports, family: FamilyRow): Promise<Refreshed> {
  const at = ports.now()
  const user = ports.users.find(family.subject)
  if (!user && !isGuest(family.subject)) return refused('no_such_user')
  const next = ports.refreshTokens.make()
  const accessExpiresAt = accessEnd(at)
  // One conditional write decides a race: of two requests with one token, one finds it spent.
  if (!(await ports.families.rotate(family, { tokenHash: next.hash, at, accessExpiresAt })))
    return usedBefore(ports, family.tokenHash)
  const maxAge = Math.floor((family.expiresAt.getTime() - at.getTime()) / 1000)
  ports.cookies.write({ ...refreshCookieOf(ports), value: next.value, maxAge })
  const issued = await issueAccessToken(ports, { ...family, accessExpiresAt }, user)
  return { status: 'valid', issued, expiresAt: accessExpiresAt, visit: { customer: user, cart: {} } }
}

async function usedBefore(ports: Ports, tokenHash: string): Promise<Refreshed> {
  const family = await ports.families.findBySpentToken(tokenHash)
  if (!family) return refused('unknown')
  if (family.endedAt) return refused('ended')
  await ports.families.end(family.id, 'reuse', ports.now())
  return refused('reused')
}

const refused = (reason: RefusalReason) => ({ status: 'refused', reason }) as const
