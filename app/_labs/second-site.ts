import { attackerOrigin, frontOrigin } from '@/lib/http/host'
import type { Lab } from '@/lib/labs/lab'
import { names } from '@/lib/process/env'

/** Where the attacker's pages are; null: this deployment has no second site, or not all that the lab needs. */
export function secondSite(lab: Lab): string | null {
  if (lab.place === 'browser' && lab.sameSiteToo && frontOrigin(names()) === null) return null
  return attackerOrigin(names())
}
