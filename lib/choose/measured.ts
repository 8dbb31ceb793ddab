/** The table of what was measured, from the labs' verdicts and the measured comparison. It knows every lab: for the server and for tests. */
import { LABS } from '@/lib/labs'
import { positionOf } from '@/lib/labs/lab'
import { DIFFERENCES, type DifferenceName } from '@/lib/strategies/differences'
import { DIAL_EFFECTS } from '@/lib/strategies/effects'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import type { Cell } from './contested'
import { type CellOutcome, type EvidenceTable, keyOf, type TurnedDials } from './evidence'
import type { Measurement, OfLab, Rule } from './rules'

export function evidenceFor(rules: readonly Pick<Rule, 'asks'>[]): EvidenceTable {
  return Object.fromEntries(rules.map(({ asks }) => [keyOf(asks), ofLanes(asks)]))
}

const ofLanes = (asks: Measurement) =>
  Object.fromEntries(STRATEGIES.map((lane) => [lane, 'lab' in asks ? inLab(asks, lane) : inRow(asks, lane)]))

/** @throws for a lab or a moment that there is not: a rule would count for nothing, and nobody would see it */
function inLab({ lab: slug, moment }: OfLab, lane: StrategyName): CellOutcome[] {
  const lab = LABS.find((one) => one.slug === slug)
  if (!lab?.moments.includes(moment)) throw new Error(`no ${moment} in ${slug}`)
  return lab.positions.flatMap(({ id, dials, expected }) => {
    const outcome = expected[lane]?.[moment]
    // Neither the defaults nor a dial of this lane: another server answered, or another client asked.
    const isOfLane = id === 'default' || dials[lane] !== undefined
    return outcome === undefined || !isOfLane
      ? []
      : [{ at: (dials[lane] ?? {}) as TurnedDials, outcome, position: id }]
  })
}

/** Of one cell, of whichever position: also where another server answered. @throws for a cell that there is not */
export function outcomeOf({ lab: slug, position = 'default', moment, lane }: Cell): CellOutcome {
  const lab = LABS.find((one) => one.slug === slug)
  const outcome = lab && positionOf(lab, position)?.expected[lane]?.[moment]
  if (outcome === undefined) throw new Error(`no ${moment} of ${lane} in ${slug} at ${position}`)
  return { at: {}, outcome, position }
}

function inRow({ row }: { row: DifferenceName }, lane: StrategyName): CellOutcome[] {
  const effects = DIAL_EFFECTS.filter(({ strategy, difference }) => strategy === lane && difference === row)
  return [
    { at: {}, outcome: String(DIFFERENCES[row][lane]), position: null },
    ...effects.map(({ turn, becomes }) => ({ at: turn, outcome: String(becomes), position: null })),
  ]
}
