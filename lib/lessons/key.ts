/** The right choice of each question of a lesson, for who teaches. Made on the server. */
import { AS_PLAYED } from './as-played'
import { choiceFor } from './asked'
import type { Lesson } from './lesson'
import type { LabQuestion } from './question'
import { sheetOf } from './sheet'

export interface KeyLine {
  choice: string
  /** Which lab measures it; null: the learners' own exchanges say it. */
  lab: LabQuestion | null
}

/** By id of the step. */
export function keyOf(lesson: Lesson): Readonly<Record<string, KeyLine>> {
  const { expected } = sheetOf(lesson)
  const lines = lesson.steps.flatMap((step) => {
    if (!('asks' in step)) return []
    const { id, asks, between } = step
    const lab = 'reading' in asks ? null : 'ownRun' in asks ? asks.ownRun : asks
    const choice = lab ? choiceFor(between, expected[id] ?? '') : (AS_PLAYED[lesson.id]?.[id] ?? null)
    return choice === null ? [] : [[id, { choice, lab }] as const]
  })
  return Object.fromEntries(lines)
}
