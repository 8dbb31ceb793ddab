/** The dials of a sandbox, by lane: parsing, storing and describing are all made from the one table of dials. */
import { z } from 'zod'
import { DEFAULT_DIALS, DIALS, type Dial, type Dials, type Position } from '@/lib/strategies/dials'
import { eachLane } from '@/lib/strategies/lanes'
import type { StrategyName } from '@/lib/strategies/strategy'

/** One dial as the owner sees it. */
export type DialState = Dial & { value: Position }

export type Settings = Record<StrategyName, Record<string, DialState>>

export type LaneDials = Partial<Record<string, Position>>
export type DialChange = Partial<Record<StrategyName, LaneDials>>

const dialsOf = (lane: StrategyName) => Object.entries<Dial>(DIALS[lane])

const laneChange = (lane: StrategyName) =>
  z
    .strictObject(
      Object.fromEntries(dialsOf(lane).map(([name, { values }]) => [name, z.literal(values).optional()])),
    )
    .optional()

/** Only dials that exist, in positions that they have. `reset` puts all back to their defaults first. */
export const SettingsChange = z.strictObject({
  cookie: laneChange('cookie'),
  session: laneChange('session'),
  jwt: laneChange('jwt'),
  reset: z.literal(true).optional(),
})
export type SettingsChange = DialChange & { reset?: true }

/** A new object: a request that is being served keeps the one it began with. */
export function changed(dials: Dials, { reset, ...change }: SettingsChange): Dials {
  const from = reset ? DEFAULT_DIALS : dials
  return eachLane((lane) => ({ ...from[lane], ...change[lane] })) as Dials
}

/** For the row: what differs from the defaults, so that a stronger default reaches those who never turned that dial. */
export function writeDials(dials: Dials): string {
  const differing = eachLane((lane) => {
    const now: LaneDials = dials[lane]
    return Object.fromEntries(dialsOf(lane).flatMap(([name, dial]) => turned(name, now[name], dial)))
  })
  return JSON.stringify(Object.fromEntries(Object.entries(differing).filter(isNotEmpty)))
}

const turned = (name: string, value: Position | undefined, dial: Dial): [string, Position][] =>
  value === undefined || value === dial.default ? [] : [[name, value]]

const isNotEmpty = ([, lane]: [string, object]) => Object.keys(lane).length > 0

/** From the row. A position that no longer exists is the default's. */
export function readDials(column: string): Dials {
  const stored = z.record(z.string(), z.record(z.string(), z.unknown())).safeParse(JSON.parse(column))
  const of = (lane: StrategyName) => (stored.success ? (stored.data[lane] ?? {}) : {})
  return eachLane((lane) =>
    Object.fromEntries(
      dialsOf(lane).map(([name, dial]) => [
        name,
        dial.values.find((value) => value === of(lane)[name]) ?? dial.default,
      ]),
    ),
  ) as Dials
}

/** Every dial with where it stands and where it could stand. */
export function describeDials(dials: Dials): Settings {
  return eachLane((lane) => {
    const now: LaneDials = dials[lane]
    return Object.fromEntries(
      dialsOf(lane).map(([name, dial]) => [name, { ...dial, value: now[name] ?? dial.default }]),
    )
  })
}
