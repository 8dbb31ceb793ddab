/** When tokens and families end by themselves. */
import { HOUR, MINUTE, seconds } from '../time'
import type { AccessClaims } from './credential'
import type { Ports } from './ports'

/** Short here, so that its end can be watched. RFC 6750 section 5.3 asks for an hour or less. */
export const ACCESS_TOKEN_LIFE = 60
/** The absolute end of a refresh family. */
export const REFRESH_LIFE = 12 * HOUR

/** As far as the two can be turned up: what was issued before may have been issued so. */
export const LONGEST_ACCESS_LIFE = 15 * MINUTE
export const WIDEST_TOLERANCE = 30

/** Our tokens count whole seconds, so their end does too. */
export const accessEnd = (ports: Ports, at: Date) =>
  new Date((seconds(at) + ports.dials.jwt.accessLife) * 1000)

/**
 * Where each answer carries a new token: when that one ends. null: it does not, or the cap is reached, or the token is from before the
 * dial was turned and does not say where to count from.
 */
export function slidingEnd(ports: Ports, at: Date, { auth_time }: AccessClaims): number | null {
  if (ports.dials.jwt.sliding === 'off') return null
  if (ports.uncappedEnd) return ports.uncappedEnd(ports, at)
  if (auth_time === undefined) return null
  const end = Math.min(seconds(accessEnd(ports, at)), auth_time + REFRESH_LIFE)
  return end > seconds(at) ? end : null
}

/** From before the last password change of its subject. */
export function isOutdated({ users }: Ports, { sub, iat }: AccessClaims): boolean {
  const changed = users.passwordChangedAt(sub)
  return changed !== null && iat <= seconds(changed)
}

/** When the last token has expired that was issued before: with the longest life that there was, and the widest tolerance. */
export const deniedUntil = (now: Date) =>
  new Date(now.getTime() + (LONGEST_ACCESS_LIFE + WIDEST_TOLERANCE) * 1000)
