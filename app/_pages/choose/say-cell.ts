/** A measured cell in the words of its lab, and the place where it can be seen or run. */
import { dialPlace } from '@/app/_live/dials/dial-list'
import { rowName, rowValue } from '@/app/_live/dials/words'
import type { CellOutcome } from '@/lib/choose/evidence'
import type { Measurement } from '@/lib/choose/rules'
import type { Text } from '@/lib/i18n/text'
import type { StrategyName } from '@/lib/strategies/strategy'

export interface CellWords {
  t: Text
  dials: Text
  lab(slug: string): Text
}

export function sayCell(
  { t, dials, lab }: CellWords,
  asks: Measurement,
  { outcome, position }: CellOutcome,
): string {
  if (!('lab' in asks))
    return t('ranking.row', { row: rowName(dials, asks.row), value: rowValue(dials, measuredOf(outcome)) })
  const own = lab(asks.lab)
  const said = {
    lab: own('short'),
    moment: own(`moment.${asks.moment}`),
    outcome: own(`outcome.${outcome}`),
  }
  if (position === null || position === 'default') return t('ranking.cell', said)
  return t('ranking.cell-at', { ...said, position: own(`position.${position}`) })
}

/** The outcome alone. */
export function sayOutcome({ dials, lab }: CellWords, asks: Measurement, { outcome }: CellOutcome): string {
  return 'lab' in asks ? lab(asks.lab)(`outcome.${outcome}`) : rowValue(dials, measuredOf(outcome))
}

/** Statements of the database are two numbers: "1,0". */
const measuredOf = (outcome: string): unknown =>
  /^\d+,\d+$/.test(outcome) ? outcome.split(',').map(Number) : outcome

/** Without the language. A row of the comparison is shown beside the dial that moves it. */
export function cellPath(asks: Measurement, { at, position }: CellOutcome, lane: StrategyName): string {
  if ('lab' in asks)
    return `/labs/${asks.lab}${position && position !== 'default' ? `?position=${position}` : ''}`
  const [dial] = Object.keys(at)
  if (dial) return `/${lane}#${dialPlace(lane, dial)}`
  return asks.row.startsWith('cost') ? '/numbers#measured' : `/${lane}`
}
