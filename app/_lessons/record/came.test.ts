import { expect, it } from 'vitest'
import { LESSONS } from '@/lib/lessons'
import type { LessonProgress, StepRecord } from '@/lib/lessons/progress/progress'
import { cameOf } from './came'
import { recordLessons } from './record-given'

const lesson = (await recordLessons('en')).find(({ id }) => id === 'L08')!
const stepOf = (id: string) => lesson.steps.find((step) => step.id === id)!
const came = (steps: Record<string, StepRecord>, id: string) => {
  const progress: LessonProgress = { steps, now: null, done: false }
  return cameOf(lesson, progress, stepOf(id))
}
const pin = { sandbox: 's', exchanges: {}, at: '2026-11-29T10:00:00Z', said: { refused: 'session+jwt' } }

it('of a prediction is told when its reader has looked, never before', () => {
  const said = { 'who-obeys': { how: 'done', choice: 'session+jwt', sure: 'sure' } } as const
  expect(came(said, 'who-obeys')).toBeNull()
  expect(came({ ...said, force: { how: 'done' } }, 'who-obeys')).toBeNull()
  expect(came({ ...said, refused: { how: 'done' } }, 'who-obeys')).toEqual({ held: false, value: 'session' })
})

it('of what was seen is what the reader’s own exchanges said; what was skipped, or has no exchange, is not told', () => {
  const seen = { refused: { how: 'done', choice: 'session+jwt' } } as const
  expect(came({ force: { how: 'done', pin }, ...seen }, 'refused')).toEqual({
    held: true,
    value: 'session+jwt',
  })
  expect(came(seen, 'refused')).toBeNull()
  expect(came({ force: { how: 'done', pin }, refused: { how: 'skipped' } }, 'refused')).toBeNull()
})

it('every lesson is given, with words for each choice', async () => {
  const lessons = await recordLessons('ko')
  expect(lessons.map(({ id }) => id)).toEqual(LESSONS.map(({ id }) => id))
  const words = lessons.flatMap(({ steps }) =>
    steps.flatMap(({ question }) => Object.values(question?.words ?? {})),
  )
  expect(words.filter((one) => one === '' || /^step\./.test(one))).toEqual([])
})
