/**
 * What was measured of what the rules ask for: for each lane, in which positions of its dials which outcome came. Serialisable, and small
 * enough for a page: the browser ranks with it and carries no lab.
 */
import type { Position } from '@/lib/strategies/dials'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { Measurement } from './rules'

/** Dials of one lane that are turned; what is not in it stands on its default. */
export type TurnedDials = Readonly<Record<string, Position>>

export interface CellOutcome {
  /** Of this lane: what was turned when it was seen. */
  readonly at: TurnedDials
  readonly outcome: string
  /** Of the lab; null: a row of the comparison. */
  readonly position: string | null
}

export type EvidenceTable = Readonly<
  Record<string, Partial<Readonly<Record<StrategyName, readonly CellOutcome[]>>>>
>

export const keyOf = (asks: Measurement): string => ('lab' in asks ? `${asks.lab}/${asks.moment}` : asks.row)

const size = (turned: TurnedDials) => Object.keys(turned).length

export const isWithin = (part: TurnedDials, whole: TurnedDials): boolean =>
  Object.entries(part).every(([name, value]) => whole[name] === value)

/**
 * What was seen with these dials: of the positions that turn nothing else, the one that turns most of them.
 * @returns null where two of those say different things: both at once were not measured
 */
export function shownAt(all: readonly CellOutcome[], dials: TurnedDials): CellOutcome | null {
  const fitting = all.filter(({ at }) => isWithin(at, dials))
  const most = Math.max(...fitting.map(({ at }) => size(at)))
  const [first, ...others] = fitting.filter(({ at }) => size(at) === most)
  return first && others.every(({ outcome }) => outcome === first.outcome) ? first : null
}
