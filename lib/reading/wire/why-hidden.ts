/** Why the page that shows the panel could not read this value by itself; the panel has it from the server. Pure. */

import { pathMatches } from '@/lib/cookies/matching'
import type { Artifact } from '@/lib/trace/model/artifact'

export const WHY_HIDDEN = ['httpOnly', 'path', 'memory', 'localStorage', 'attacker', 'server'] as const
export type WhyHidden = (typeof WHY_HIDDEN)[number]

/** @param pagePath of the page that shows the panel. null: it could read it: it is in document.cookie here. */
export function whyHidden({ side, place, device, attributes }: Artifact, pagePath: string): WhyHidden | null {
  if (side === 'server') return 'server'
  if (device === 'attacker') return 'attacker'
  if (place === 'memory' || place === 'localStorage') return place
  if (attributes?.httpOnly) return 'httpOnly'
  return attributes && !pathMatches(pagePath, attributes.path) ? 'path' : null
}
