/** What labs say to the questions of a lesson, made on the server: a lesson page carries no lab. */
import { labOf } from '@/lib/labs'
import { positionOf } from '@/lib/labs/lab'
import { answerTo } from './asked'
import type { Lesson } from './lesson'
import type { LabQuestion } from './question'

export interface LessonSheet {
  /** By id of the step: what was measured here. */
  readonly expected: Readonly<Record<string, string>>
}

export function sheetOf({ steps }: Lesson): LessonSheet {
  const expected = steps.flatMap((step) => {
    if (!('asks' in step) || 'reading' in step.asks) return []
    const value = expectedOf('ownRun' in step.asks ? step.asks.ownRun : step.asks)
    return value === null ? [] : [[step.id, value] as const]
  })
  return { expected: Object.fromEntries(expected) }
}

/** null: there is no such lab, position, moment or lane. */
export function expectedOf(question: LabQuestion): string | null {
  const lab = labOf(question.lab)
  const position = lab && positionOf(lab, question.position ?? 'default')
  if (!position || !lab.moments.includes(question.moment)) return null
  return answerTo(question, (lane) => position.expected[lane]?.[question.moment])
}
