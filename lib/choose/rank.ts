/**
 * Which lane fits the answers, and with which dials: fewest conditions missed, then most of what helps. No lane has a bonus, and equal
 * is told as equal. Pure: the same in the browser, on the server and in a test.
 */
import { DIALS, type Dial } from '@/lib/strategies/dials'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { type CellOutcome, type EvidenceTable, keyOf, shownAt, type TurnedDials } from './evidence'
import type { GivenAnswers } from './questions'
import { RULES, type Rule } from './rules'

/** One rule, and what it found in this lane. */
export interface Line {
  readonly rule: Rule
  /** null: not measured with these dials together. It does not count for the lane. */
  readonly shown: CellOutcome | null
  readonly meets: boolean
}

export interface Fit {
  readonly lane: StrategyName
  readonly dials: TurnedDials
  readonly missed: number
  readonly helped: number
  readonly lines: readonly Line[]
}

export interface RankedLane extends Fit {
  /** 1 is first; lanes that fit alike share one. */
  readonly place: number
}

const rulesOf = (answers: GivenAnswers): Rule[] =>
  RULES.filter(({ question, answer }) => answers[question] === answer)

export function rank(answers: GivenAnswers, evidence: EvidenceTable): RankedLane[] {
  const rules = rulesOf(answers)
  const fits = STRATEGIES.map((lane) => bestOf(lane, rules, evidence)).sort(byFit)
  return fits.map((fit) => ({ ...fit, place: 1 + fits.filter((other) => byFit(other, fit) < 0).length }))
}

/** The lanes that share the first place. */
export const firstOf = (ranking: readonly RankedLane[]): StrategyName[] => {
  const first = ranking.filter(({ place }) => place === 1).map(({ lane }) => lane)
  return STRATEGIES.filter((lane) => first.includes(lane))
}

const byFit = (one: Fit, other: Fit) => one.missed - other.missed || other.helped - one.helped

const count = (dials: TurnedDials) => Object.keys(dials).length

/** Of all ways to turn its dials: no dial is turned that changes nothing. */
function bestOf(lane: StrategyName, rules: readonly Rule[], evidence: EvidenceTable): Fit {
  const fits = setsOf(lane, rules, evidence).map((dials) => fitOf(lane, dials, rules, evidence))
  return fits.reduce((best, fit) => {
    const better = byFit(fit, best) || count(fit.dials) - count(best.dials)
    return better < 0 ? fit : best
  })
}

function fitOf(lane: StrategyName, dials: TurnedDials, rules: readonly Rule[], evidence: EvidenceTable): Fit {
  const lines = rules.map((rule) => {
    const shown = shownAt(evidence[keyOf(rule.asks)]?.[lane] ?? [], dials)
    return { rule, shown, meets: shown !== null && rule.wants.includes(shown.outcome) }
  })
  const missed = lines.filter(({ rule, meets }) => rule.weight === 'must' && !meets).length
  const helped = lines.filter(({ rule, meets }) => rule.weight === 'helps' && meets).length
  return { lane, dials, missed, helped, lines }
}

/** Nothing turned, what each rule would have turned, and these together. */
function setsOf(lane: StrategyName, rules: readonly Rule[], evidence: EvidenceTable): TurnedDials[] {
  const useful = rules.flatMap(({ asks, wants }) =>
    (evidence[keyOf(asks)]?.[lane] ?? []).filter(({ outcome }) => wants.includes(outcome)),
  )
  const distinct = [...new Map(useful.map(({ at }) => [JSON.stringify(at), at])).values()]
  const sets: TurnedDials[] = [{}]
  for (const at of distinct.filter((one) => count(one) > 0 && !isWeak(lane, one)))
    sets.push(...sets.filter((set) => agree(set, at)).map((set) => ({ ...set, ...at })))
  return sets
}

const agree = (one: TurnedDials, other: TurnedDials) =>
  Object.entries(other).every(([name, value]) => one[name] === undefined || one[name] === value)

/** A weak position is shown on this site, and never proposed. */
function isWeak(lane: StrategyName, at: TurnedDials): boolean {
  const dials: Readonly<Record<string, Dial>> = DIALS[lane]
  return Object.entries(at).some(([name, value]) => dials[name]?.weak.includes(value))
}
