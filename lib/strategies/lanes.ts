/** The three lanes. Pages read this too: no server in here. */
import { cookie } from './cookie/lane'
import { jwt } from './jwt/lane'
import type { Lane, LaneCookie } from './lane'
import { session } from './session/lane'
import { STRATEGIES, type StrategyName } from './strategy'

export const LANES = { cookie, session, jwt } satisfies Record<StrategyName, Lane>

export function eachLane<T>(make: (lane: StrategyName) => T): Record<StrategyName, T> {
  return Object.fromEntries(STRATEGIES.map((lane) => [lane, make(lane)])) as Record<StrategyName, T>
}

export const cookiesOf = (strategy: StrategyName): readonly LaneCookie[] => LANES[strategy].cookies

/** Where a token that proves who asks travels in a cookie: which one; elsewhere the one of the lane. */
export const provingCookie = (strategy: StrategyName): string =>
  cookiesOf(strategy).find(({ proves }) => proves)!.name
