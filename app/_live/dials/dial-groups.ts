/** The table of dials as a lane's page walks it: in groups, and which of them show nothing now. Pure. */
import type { Dials } from '@/lib/strategies/dials'
import type { StrategyName } from '@/lib/strategies/strategy'
import { positionIn } from './dial-list'

export interface DialGroup {
  id: 'value' | 'life' | 'id' | 'signins' | 'token' | 'renewal' | 'reach' | 'cookie'
  dials: readonly string[]
}

const COOKIE: DialGroup = { id: 'cookie', dials: ['crossSite', 'sameSite', 'httpOnly', 'lifetime'] }

/** Every dial of a lane once; a test says when one is missing. */
export const GROUPS: Record<StrategyName, readonly DialGroup[]> = {
  cookie: [
    { id: 'value', dials: ['protection', 'cartFormat', 'sizeCheck'] },
    { id: 'reach', dials: ['generation'] },
    COOKIE,
  ],
  session: [
    { id: 'life', dials: ['idle', 'absolute', 'sliding'] },
    { id: 'id', dials: ['renewal', 'unknownIds', 'storedId'] },
    { id: 'signins', dials: ['deviceLimit', 'whenFull', 'customer', 'passwordChange'] },
    COOKIE,
  ],
  jwt: [
    { id: 'token', dials: ['carrier', 'algorithm', 'accessLife', 'tolerance', 'sliding', 'cartIn'] },
    { id: 'renewal', dials: ['refresh', 'reuseDetection', 'grace', 'sendExpired'] },
    { id: 'reach', dials: ['denylist', 'userKeys', 'oldTokens'] },
    { id: 'signins', dials: ['deviceLimit', 'whenFull'] },
    COOKIE,
  ],
}

/** Why turning this dial shows nothing now: a key of the catalogue, or null. */
export function stillBecause(dials: Dials, strategy: StrategyName, name: string): string | null {
  const at = (other: string) => positionIn(dials, strategy, other)
  if (name === 'whenFull' && at('deviceLimit') === 0) return 'no-limit'
  if (strategy !== 'jwt') return null
  if (['reuseDetection', 'grace'].includes(name) && at('refresh') !== 'rotating') return 'not-rotating'
  if (name === 'sendExpired' && at('refresh') === 'none') return 'no-refresh'
  if (!COOKIE.dials.includes(name) || at('carrier') === 'cookie') return null
  if (name === 'crossSite') return 'bearer'
  return at('refresh') === 'none' ? 'no-cookie' : null
}
