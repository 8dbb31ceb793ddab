/**
 * The dials: every choice that a team has to make, as data. Each has its allowed positions, a strong default, and the positions that are weak.
 * Parsing, pages, links and tests are made from this table; a strategy reads the positions through its ports.
 */

import { eachLane, LANES } from './lanes'
import type { Dial } from './site/dial'
import type { StrategyName } from './strategy'

export type { Dial, Position } from './site/dial'

export const DIALS = eachLane((lane) => LANES[lane].dials) as {
  readonly [Strategy in StrategyName]: (typeof LANES)[Strategy]['dials']
}

type ValuesOf<Lane> = { -readonly [Name in keyof Lane]: Lane[Name] extends Dial<infer Value> ? Value : never }

/** Where all dials of all lanes stand. */
export type Dials = { [Strategy in StrategyName]: ValuesOf<(typeof DIALS)[Strategy]> }

export const DEFAULT_DIALS = eachLane((lane) => defaultsOf(DIALS[lane])) as Dials

function defaultsOf(lane: Record<string, Dial>) {
  return Object.fromEntries(Object.entries(lane).map(([name, each]) => [name, each.default]))
}
