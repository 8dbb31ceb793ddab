/**
 * jwt: the browser holds a proof, the server holds the right to renew it.
 *
 * Browser: a signed access token in memory, and a refresh token in a cookie that only /refresh receives.
 * Server:  one row per refresh family, and the cart in a row of its own, keyed by `sub`.
 * Cost:    knowing who asks costs no look-up; the cart costs one read.
 * Cannot:  take back an access token. Ending the family stops the next refresh; until then the token is good.
 */
import { NOBODY, type Visit } from '@/lib/shop/visit'
import type {
  CredentialStatus,
  IssuedToken,
  OpenVisit,
  RefusalReason,
  SaveOutcome,
  Strategy,
} from '../strategy'
import { inCookie, presentedToken } from './carrier'
import { inClaims, readCart, saveCart, takeOver } from './cart-place'
import type { CartRow } from './carts'
import { handOutRefreshToken, takeBack } from './cookies'
import type { AccessClaims } from './credential'
import { familyDevices, isFull } from './devices'
import { deny, endFamily, endOthers, isDenied, signOut } from './end'
import { guestSubject, issueTo, newFamily, reissue } from './issue'
import { isOutdated, slidingEnd } from './lifetime'
import type { Ports } from './ports'
import type { FamilyRow } from './store'
import { changeUserKey, verifyAccess } from './whose-key'

export const jwtStrategy: Strategy<Ports> = {
  name: 'jwt',
  ambient: (dials) => inCookie({ dials }),

  async open(ports, want) {
    const presented = presentedToken(ports)
    if (presented.status === 'absent') return handle(ports, 'absent')
    if (presented.status === 'refused') return handle(ports, 'refused', presented)
    const verified = await verifyAccess(ports, presented.token)
    if (verified.status === 'refused') return handle(ports, 'refused', verified)
    const { status, claims } = verified
    if (status === 'expired') return handle(ports, 'expired', { claims })
    const customer = customerOf(ports, claims)
    if (customer === undefined) return handle(ports, 'refused', { reason: 'no_such_user' })
    const reason = await takenBack(ports, claims)
    if (reason) return handle(ports, 'refused', { reason })
    const { row, cart } = await readCart(ports, claims, want)
    return handle(ports, 'valid', { claims, row, visit: { customer, cart } })
  },
}

/** Name and e-mail are the shop's business data; role and discount are believed from the token, as old as it is. */
function customerOf(ports: Ports, { sub, role, discount }: AccessClaims) {
  if (role === undefined) return null
  const user = ports.users.find(sub)
  return user ? { ...user, role, discount: discount ?? 0 } : undefined
}

/** Two dials can refuse a token that is authentic and has not expired. */
async function takenBack(ports: Ports, claims: AccessClaims): Promise<RefusalReason | null> {
  if (ports.dials.jwt.oldTokens === 'refused' && isOutdated(ports, claims)) return 'outdated'
  return (await isDenied(ports, claims)) ? 'denied' : null
}

interface Found {
  claims?: AccessClaims
  row?: CartRow
  visit?: Visit
  reason?: RefusalReason
}

function handle(ports: Ports, status: CredentialStatus, found: Found = {}): OpenVisit {
  const { claims, visit, row, reason } = found
  let isOld = false
  return {
    status,
    reason,
    visit: visit ?? NOBODY,
    expiresAt: claims ? new Date(claims.exp * 1000) : null,
    save: (next) => (claims && visit ? saveCart(ports, claims, row, next) : welcomeGuest(ports, next)),
    renew: (next) => signIn(ports, found, next),
    touch: async () => (claims && visit ? slide(ports, claims, isOld) : undefined),
    end: async () => {
      if (claims) await signOut(ports, claims)
      if (status !== 'absent') takeBack(ports)
    },
    async passwordChanged() {
      if (claims) await endOthers(ports, claims, 'password_changed')
      isOld = (await changeUserKey(ports, claims)) || ports.dials.jwt.oldTokens === 'refused'
    },
    devices: familyDevices(ports, claims),
  }
}

/** @param isOld the token was outdated by the very request that it proved */
async function slide(ports: Ports, claims: AccessClaims, isOld: boolean): Promise<IssuedToken | undefined> {
  const at = ports.now()
  const exp = slidingEnd(ports, at, claims) ?? (isOld ? claims.exp : null)
  if (exp === null) return undefined
  return (await reissue(ports, at, claims, { exp })) ?? undefined
}

/** A guest gets a refresh token too, or his cart would be lost with the first access token. */
async function welcomeGuest(ports: Ports, next: Visit): Promise<SaveOutcome> {
  const subject = guestSubject()
  if (!inClaims(ports)) await ports.carts.save({ subject, lines: {}, version: 0 }, next.cart, ports.now())
  return begin(ports, subject, next)
}

async function signIn(ports: Ports, { claims, row, visit }: Found, next: Visit): Promise<SaveOutcome> {
  const { id: subject } = next.customer!
  if (await isFull(ports, subject, claims?.sid)) return { outcome: 'too_many_devices' }
  const cart = await takeOver(ports, visit?.customer === null ? row : undefined, next)
  if (!cart) return { outcome: 'stale' }
  return begin(ports, subject, { customer: next.customer, cart }, claims?.sid)
}

/** @param replaced the family whose place this one takes */
async function begin(ports: Ports, subject: string, visit: Visit, replaced?: string): Promise<SaveOutcome> {
  const { family, refreshToken } = newFamily(ports, subject)
  const issued = await issueTo(ports, family, visit.customer, visit.cart, family.createdAt)
  if (!issued) return { outcome: 'full' }
  if (!(await insert(ports, family, replaced))) return { outcome: 'too_many_devices' }
  if (replaced) await endFamily(ports, replaced, 'renewed')
  if (ports.dials.jwt.refresh !== 'none')
    handOutRefreshToken(ports, refreshToken, (family.expiresAt.getTime() - family.createdAt.getTime()) / 1000)
  return { outcome: 'saved', visit, expiresAt: family.accessExpiresAt, issued }
}

async function insert(ports: Ports, family: FamilyRow, replaces: string | undefined): Promise<boolean> {
  const { deviceLimit, whenFull } = ports.dials.jwt
  if (deviceLimit === 0) {
    await ports.families.insert(family)
    return true
  }
  const ended = await ports.families.insertWithin(family, { deviceLimit, whenFull, replaces })
  if (ended) await deny(ports, ...ended.map((id) => `sid:${id}` as const))
  return ended !== null
}
