/** What is asked of somebody who has to choose, and what can be answered. Data; the words are in the catalogue `choose`, by these ids. */

export const QUESTIONS = [
  { id: 'bite', answers: ['at-once', 'minute', 'own-end'] },
  { id: 'devices', answers: ['none', 'see', 'at-once', 'limit'] },
  { id: 'believers', answers: ['one', 'own', 'others'] },
  { id: 'holder', answers: ['browser', 'native', 'frame'] },
  { id: 'state', answers: ['little', 'much', 'often'] },
  { id: 'stale', answers: ['never', 'minute', 'sign-in'] },
  { id: 'store', answers: ['may', 'must-not'] },
  { id: 'readers', answers: ['nobody', 'services'] },
] as const satisfies readonly { id: string; answers: readonly [string, string, ...string[]] }[]

export type Question = (typeof QUESTIONS)[number]
export type QuestionId = Question['id']

/** What is not in it was not answered. */
export type GivenAnswers = Partial<Record<QuestionId, string>>

/** As people count: the first is 1. */
export const numberOf = (id: QuestionId): number => QUESTIONS.findIndex((one) => one.id === id) + 1
