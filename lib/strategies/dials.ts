/**
 * The dials: every choice that a team has to make, as data. Each has its allowed positions, a strong default, and the positions that are weak.
 * Parsing, pages, links and tests are made from this table; a strategy reads the positions through its ports.
 */
import { COOKIE_DIALS } from './cookie/site/dials'
import type { Dial } from './dial'
import { JWT_DIALS } from './jwt/site/dials'
import { SESSION_DIALS } from './session/site/dials'
import type { StrategyName } from './strategy'

export type { Dial, Position } from './dial'

export const DIALS = {
  cookie: COOKIE_DIALS,
  session: SESSION_DIALS,
  jwt: JWT_DIALS,
} as const satisfies Record<StrategyName, Record<string, Dial>>

type ValuesOf<Lane> = { -readonly [Name in keyof Lane]: Lane[Name] extends Dial<infer Value> ? Value : never }

/** Where all dials of all lanes stand. */
export type Dials = { [Strategy in StrategyName]: ValuesOf<(typeof DIALS)[Strategy]> }

export const DEFAULT_DIALS: Dials = {
  cookie: defaultsOf(DIALS.cookie),
  session: defaultsOf(DIALS.session),
  jwt: defaultsOf(DIALS.jwt),
}

function defaultsOf<Lane extends Record<string, Dial>>(lane: Lane): ValuesOf<Lane> {
  return Object.fromEntries(
    Object.entries(lane).map(([name, each]) => [name, each.default]),
  ) as ValuesOf<Lane>
}
