/**
 * jwt: the browser holds a proof, the server holds the right to renew it.
 *
 * Browser: a signed access token in memory, and a refresh token in a cookie that only /refresh receives.
 * Server:  one row per refresh family, and the cart in a row of its own, keyed by `sub`.
 * Cost:    knowing who asks costs no look-up; the cart costs one read.
 * Cannot:  take back an access token. Ending the family stops the next refresh; until then the token is good.
 */
import { merge } from '../../shop/cart'
import { NOBODY, type Visit } from '../../shop/visit'
import type { CredentialStatus, OpenVisit, Ports, RefusalReason, Saved, Strategy } from '../strategy'
import type { AccessClaims } from './credential'
import { familyDevices } from './devices'
import { guestSubject, issueAccessToken, refreshCookieOf, startFamily } from './issue'
import type { CartRow } from './store'

export const jwtStrategy: Strategy = {
  name: 'jwt',
  ambient: false,

  async open(ports, want) {
    if (ports.authorization === null) return handle(ports, 'absent')
    const token = /^Bearer +([A-Za-z0-9._~+/=-]+)$/i.exec(ports.authorization)?.[1]
    if (!token) return handle(ports, 'refused', { reason: 'malformed' })
    const verified = await ports.accessTokens.verify(token, ports.now())
    if (verified.status === 'refused') return handle(ports, 'refused', verified)
    const { status, claims } = verified
    if (status === 'expired') return handle(ports, 'expired', { claims })
    const customer = customerOf(ports, claims)
    if (customer === undefined) return handle(ports, 'refused', { reason: 'no_such_user' })
    const row = want === 'cart' ? await ports.carts.find(claims.sub) : undefined
    return handle(ports, 'valid', { claims, row, visit: { customer, cart: row?.lines ?? {} } })
  },
}

/** Name and e-mail are the shop's business data; role and discount are believed from the token, as old as it is. */
function customerOf(ports: Ports, { sub, role, discount }: AccessClaims) {
  if (role === undefined) return null
  const user = ports.users.find(sub)
  return user ? { ...user, role, discount: discount ?? 0 } : undefined
}

interface Found {
  claims?: AccessClaims
  row?: CartRow
  visit?: Visit
  reason?: RefusalReason
}

function handle(ports: Ports, status: CredentialStatus, found: Found = {}): OpenVisit {
  const { claims, visit, reason } = found
  return {
    status,
    reason,
    visit: visit ?? NOBODY,
    expiresAt: claims ? new Date(claims.exp * 1000) : null,
    save: (next) => (visit ? saveCart(ports, found, next) : welcomeGuest(ports, next)),
    renew: (next) => signIn(ports, found, next),
    touch: async () => {},
    end: async () => {
      if (claims) await ports.families.end(claims.sid, 'signed_out', ports.now())
      if (status !== 'absent') ports.cookies.write({ ...refreshCookieOf(ports), value: '', maxAge: 0 })
    },
    devices: familyDevices(ports, claims),
  }
}

async function saveCart(ports: Ports, { claims, row }: Found, next: Visit): Promise<Saved> {
  const current = row ?? (await ports.carts.find(claims!.sub))
  if (!(await ports.carts.save(current, next.cart, ports.now()))) return { outcome: 'stale' }
  return { outcome: 'saved', visit: next, expiresAt: new Date(claims!.exp * 1000) }
}

/** A guest gets a refresh token too, or his cart would be lost with the first access token. */
async function welcomeGuest(ports: Ports, next: Visit): Promise<Saved> {
  const subject = guestSubject()
  await ports.carts.save({ subject, lines: {}, version: 0 }, next.cart, ports.now())
  return issued(ports, subject, next)
}

async function signIn(ports: Ports, { claims, row, visit }: Found, next: Visit): Promise<Saved> {
  const { id: subject } = next.customer!
  const mine = await ports.carts.find(subject)
  const guestRow = visit?.customer === null && row && row.version > 0 ? row : null
  const cart = guestRow ? merge(mine.lines, guestRow.lines) : mine.lines
  if (guestRow && !(await ports.carts.merge(guestRow, mine, cart, ports.now()))) return { outcome: 'stale' }
  if (claims) await ports.families.end(claims.sid, 'renewed', ports.now())
  return issued(ports, subject, { customer: next.customer, cart })
}

async function issued(ports: Ports, subject: string, visit: Visit): Promise<Saved> {
  const family = await startFamily(ports, subject)
  const token = await issueAccessToken(ports, family, visit.customer)
  return { outcome: 'saved', visit, expiresAt: family.accessExpiresAt, issued: token }
}
