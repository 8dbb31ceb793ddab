/** The table of dials as the page walks it: in groups, with what stands where. Pure. */
import { DIALS, type Dial, type Dials, type Position } from '@/lib/strategies/dials'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'

/** One dial in one position. */
export interface DialTurn {
  strategy: StrategyName
  name: string
  value: Position
}

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

export const dialOf = (strategy: StrategyName, name: string): Dial | undefined =>
  Object.hasOwn(DIALS[strategy], name) ? (DIALS[strategy] as Record<string, Dial>)[name] : undefined

/** Of its place on the lane's page, for links to it. */
export const dialPlace = (strategy: StrategyName, name: string): string => `dial-${strategy}-${name}`

export const dialNames = (strategy: StrategyName): string[] => Object.keys(DIALS[strategy])

export const positionIn = (dials: Dials, strategy: StrategyName, name: string): Position =>
  (dials[strategy] as Record<string, Position>)[name]!

export function isWeak({ strategy, name, value }: DialTurn): boolean {
  return dialOf(strategy, name)?.weak.includes(value) ?? false
}

/** What differs from the defaults, in the order of the table. */
export function turnedFrom(dials: Dials, lanes: readonly StrategyName[] = STRATEGIES): DialTurn[] {
  return lanes.flatMap((strategy) =>
    dialNames(strategy)
      .map((name) => ({ strategy, name, value: positionIn(dials, strategy, name) }))
      .filter(({ name, value }) => value !== dialOf(strategy, name)?.default),
  )
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
