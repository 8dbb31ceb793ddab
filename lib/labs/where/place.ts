/** Where the pages of lab X24 lie. Beneath the shop of a device, for a browser sends the cookies of a lane there and nowhere else. */

import { nameHere } from '@/lib/http/cookies'
import { cookiePairs } from '@/lib/http/field'
import { provingCookie } from '@/lib/strategies/lanes'
import { DEVICES, STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'

export interface WherePlace {
  lane: string
  sandbox: string
  device: string
}

export const shopPath = ({ lane, sandbox, device }: WherePlace) => `/api/${lane}/${sandbox}/${device}`

const GATED = new RegExp(
  `^(/api/(${STRATEGIES.join('|')})/[\\w-]{11,16}/(?:${DEVICES.join('|')}))/(refresh/)?where/proxy(?:/|$)`,
)

/** What proxy.ts does before a page is looked for. */
export interface Gate {
  lane: StrategyName
  /** Of the shop. */
  shop: string
  /** `knows`: is there a credential? `renews`: a new one, whoever it is. */
  does: 'knows' | 'renews'
}

/** null: a page that proxy.ts does not guard. */
export function gateAt(pathname: string): Gate | null {
  const [, shop, lane, renewing] = GATED.exec(pathname) ?? []
  return shop ? { lane: lane as StrategyName, shop, does: renewing ? 'renews' : 'knows' } : null
}

/** Whether there is one, not whether it is good: what a proxy should leave to who reads the data. */
export function hasCredential({ lane }: Gate, cookie: string | null): boolean {
  const proving = nameHere(provingCookie(lane))
  return cookiePairs(cookie ?? '').some(([name]) => name === proving)
}
