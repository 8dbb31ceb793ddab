/** What a turned dial changes about the differences, of all lanes. */
import { COOKIE_EFFECTS } from './cookie/site/effects'
import { JWT_EFFECTS } from './jwt/site/effects'
import { SESSION_EFFECTS } from './session/site/effects'
import type { LaneEffect } from './site/effect'
import type { StrategyName } from './strategy'

export interface DialEffect extends LaneEffect {
  strategy: StrategyName
}

const EFFECTS: Record<StrategyName, readonly LaneEffect[]> = {
  cookie: COOKIE_EFFECTS,
  session: SESSION_EFFECTS,
  jwt: JWT_EFFECTS,
}

export const DIAL_EFFECTS: readonly DialEffect[] = (Object.keys(EFFECTS) as StrategyName[]).flatMap(
  (strategy) => EFFECTS[strategy].map((effect) => ({ strategy, ...effect })),
)
