/** Which one answer, given otherwise, would put another lane first: found by trying each. */
import type { StrategyName } from '@/lib/strategies/strategy'
import type { EvidenceTable } from './evidence'
import { type GivenAnswers, QUESTIONS, type QuestionId } from './questions'
import { firstOf, rank } from './rank'

export interface Flip {
  readonly question: QuestionId
  /** Instead of the one that was given. */
  readonly answer: string
  /** Who would be first then. */
  readonly first: readonly StrategyName[]
}

export function flipsOf(answers: GivenAnswers, evidence: EvidenceTable): Flip[] {
  const now = firstOf(rank(answers, evidence)).join()
  return QUESTIONS.filter(({ id }) => answers[id] !== undefined)
    .flatMap(({ id, answers: choices }) =>
      choices.filter((answer) => answer !== answers[id]).map((answer) => ({ question: id, answer })),
    )
    .map(({ question, answer }) => {
      const otherwise = { ...answers, [question]: answer }
      return { question, answer, first: firstOf(rank(otherwise, evidence)) }
    })
    .filter(({ first }) => first.join() !== now)
}
