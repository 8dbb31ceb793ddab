/** GivenAnswers in the address of the page, and nowhere else: `?bite=at-once&state=much`. */
import { z } from 'zod'
import { type GivenAnswers, QUESTIONS, type QuestionId } from './questions'

type Query = Readonly<Record<string, string | readonly string[] | undefined>>

export type AddressAnswers = { ok: true; answers: GivenAnswers } | { ok: false; wrong: QuestionId }

/** Strict: one answer that there is not, or two to one question, and none is taken. A parameter that asks nothing is not looked at. */
export function answersIn(query: Query): AddressAnswers {
  const answers: GivenAnswers = {}
  for (const { id, answers: choices } of QUESTIONS) {
    // The form sends a question that was left open as nothing.
    const parsed = z
      .enum(choices)
      .optional()
      .safeParse(query[id] || undefined)
    if (!parsed.success) return { ok: false, wrong: id }
    if (parsed.data !== undefined) answers[id] = parsed.data
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
