/**
 * Where the cart lies: in a row keyed by `sub`, which every device of the subject sees; or in the claims, where it makes the token grow,
 * and of two changes at once the slower answer wins (lost update), as in the cookie lane.
 */

import type { Cart } from '@/lib/shop/cart'
import { merge } from '@/lib/shop/cart'
import type { Visit } from '@/lib/shop/visit'
import type { IssuedToken, SaveOutcome, Want } from '../strategy'
import type { CartRow } from './carts'
import type { AccessClaims } from './credential'
import { reissue } from './issue'
import { slidingEnd } from './lifetime'
import type { Ports } from './ports'

export const inClaims = ({ dials }: Ports) => dials.jwt.cartIn === 'claims'

export async function readCart(ports: Ports, claims: AccessClaims, want: Want) {
  if (inClaims(ports)) return { cart: claims.cart ?? {} }
  const row = want === 'cart' ? await ports.carts.find(claims.sub) : undefined
  return { row, cart: row?.lines ?? {} }
}

export async function saveCart(
  ports: Ports,
  claims: AccessClaims,
  row: CartRow | undefined,
  next: Visit,
): Promise<SaveOutcome> {
  if (inClaims(ports)) return saveInClaims(ports, claims, next)
  const current = row ?? (await ports.carts.find(claims.sub))
  if (!(await ports.carts.save(current, next.cart, ports.now()))) return { outcome: 'stale' }
  const at = ports.now()
  const end = slidingEnd(ports, at, claims)
  const issued = end === null ? null : await reissue(ports, at, claims, { exp: end })
  return saved(next, end ?? claims.exp, issued)
}

/** A change does not move the end: the same life in another token, unless it slides. */
async function saveInClaims(ports: Ports, claims: AccessClaims, next: Visit): Promise<SaveOutcome> {
  const at = ports.now()
  const exp = slidingEnd(ports, at, claims) ?? claims.exp
  const issued = await reissue(ports, at, claims, { cart: { ...next.cart }, exp })
  return issued ? saved(next, exp, issued) : { outcome: 'full' }
}

/** A guest signs in. null: somebody else wrote first. */
export async function takeOver(
  ports: Ports,
  guest: CartRow | undefined,
  { customer, cart }: Visit,
): Promise<Cart | null> {
  if (inClaims(ports)) return cart
  const mine = await ports.carts.find(customer!.id)
  if (!guest || guest.version === 0) return mine.lines
  const both = merge(mine.lines, guest.lines)
  return (await ports.carts.merge(guest, mine, both, ports.now())) ? both : null
}

function saved(visit: Visit, exp: number, issued: IssuedToken | null): SaveOutcome {
  return { outcome: 'saved', visit, expiresAt: new Date(exp * 1000), ...(issued && { issued }) }
}
