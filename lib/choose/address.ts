/** Answers in the address of the page, and nowhere else: `?bite=at-once&state=much`. */
import { type GivenAnswers, QUESTIONS, type QuestionId } from './questions'

export type AddressAnswers = { ok: true; answers: GivenAnswers } | { ok: false; wrong: QuestionId }

/** Strict: one answer that there is not, or two to one question, and none is taken. A parameter that asks nothing is not looked at. */
export function answersIn(query: URLSearchParams): AddressAnswers {
  const answers: GivenAnswers = {}
  for (const { id, answers: choices } of QUESTIONS) {
    const given = query.getAll(id)
    const answer = choices.find((choice) => choice === given[0])
    // A form sends a question that was left open as nothing.
    const isOpen = given.length === 0 || given.join() === ''
    if (!isOpen && (answer === undefined || given.length > 1)) return { ok: false, wrong: id }
    if (answer !== undefined) answers[id] = answer
  }
  return { ok: true, answers }
}

/** "" or "?bite=at-once&…", in the order of the questions. */
export function queryOf(answers: GivenAnswers): string {
  const query = new URLSearchParams(
    QUESTIONS.flatMap(({ id }) => (answers[id] === undefined ? [] : [[id, answers[id]]])),
  ).toString()
  return query && `?${query}`
}
