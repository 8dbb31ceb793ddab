/** Weak positions of the dials. Each runs only where the sandbox's dial says so. */
import type { Dials } from '../../dials'
import { seconds } from '../../time'
import type { Ports } from '../ports'
import type { FamilyRow } from '../store'

/** `sliding` on "uncapped": whoever keeps asking is never asked who he is again. That goes for a thief, too. */
export function uncappedEnd({ dials }: Ports, at: Date): number {
  return seconds(at) + dials.jwt.accessLife
}

/** `refresh` on "fixed": one token until the end. A copy works as long as the original, and nobody can tell them apart. */
export function keepToken(
  ports: Ports,
  family: FamilyRow,
  at: Date,
  accessExpiresAt: Date,
): Promise<boolean> {
  return ports.families.prolong(family, { at, accessExpiresAt })
}

/** `reuseDetection` off: a spent token is refused, but the family lives, and so does a thief who came first. */
export const ignoresReuse = ({ reuseDetection }: Dials['jwt']) => !reuseDetection
