/** What comes of a question: off a lab's definition, off the reader's own run, and which of the choices that is. */
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import type { OwnRun } from './fold/facts'
import { choiceId } from './lesson'
import type { Choice, LabQuestion } from './question'

type OutcomeOf = (lane: StrategyName) => string | undefined

/** The lanes that have the outcome, in their order; "none". */
export const lanesWith = (outcome: string, outcomeOf: OutcomeOf): string =>
  STRATEGIES.filter((lane) => outcomeOf(lane) === outcome).join('+') || 'none'

export function answerTo(question: LabQuestion, outcomeOf: OutcomeOf): string | null {
  return 'lane' in question ? (outcomeOf(question.lane) ?? null) : lanesWith(question.outcome, outcomeOf)
}

/** Of the newest run that was asked for; null: there was none. */
export function foundIn(question: LabQuestion, runs: readonly OwnRun[]): string | null {
  const { lab, position = 'default', moment } = question
  const run = runs.findLast((one) => one.lab === lab && one.position === position)
  const outcomeOf: OutcomeOf = (lane) =>
    run?.findings.find((one) => one.lane === lane && one.moment === moment)?.outcome
  return run ? answerTo(question, outcomeOf) : null
}

/** The lane in whose cell the answer stands: of lanes the first; of none of them the first there is. */
export const laneAsked = (question: LabQuestion, answer: string): StrategyName =>
  'lane' in question
    ? question.lane
    : (STRATEGIES.find((lane) => answer.split('+').includes(lane)) ?? STRATEGIES[0])

/** null: none of the choices says it. */
export function choiceFor(between: readonly Choice[], value: string): string | null {
  const chosen = between.find((choice) => {
    if (typeof choice === 'string') return choice === value
    const { id, from, to } = choice
    if (from === undefined && to === undefined) return id === value
    const n = /^\d+$/.test(value) ? Number(value) : Number.NaN
    return n >= (from ?? -Infinity) && n <= (to ?? Infinity)
  })
  return chosen === undefined ? null : choiceId(chosen)
}
