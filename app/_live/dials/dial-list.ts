/** The table of dials, with what stands where. Pure. */
import { DIALS, type Dial, type Dials, type Position } from '@/lib/strategies/dials'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'

/** One dial in one position. */
export interface DialTurn {
  strategy: StrategyName
  name: string
  value: Position
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
