/** What the record is given of each lesson, made on the server: no goal, no scene, and words for what can have been said. */
import { loadMessages } from '@/lib/i18n/messages'
import type { Locale } from '@/lib/i18n/routing'
import { LESSONS } from '@/lib/lessons'
import { choiceId, type Lesson, type LessonStep } from '@/lib/lessons/lesson'
import type { Choice } from '@/lib/lessons/question'
import { type LessonSheet, sheetOf } from '@/lib/lessons/sheet'
import { lessonText } from '../words'

type Asks = Extract<LessonStep, { asks: unknown }>['asks']

export interface RecordStep {
  id: string
  do: LessonStep['do']
  title: string
  /** Of a question. */
  question?: { asks: Asks; between: readonly Choice[]; words: Record<string, string> }
}

export interface RecordLesson {
  id: Lesson['id']
  slug: string
  short: string
  title: string
  sheet: LessonSheet
  steps: readonly RecordStep[]
}

export const recordLessons = (locale: Locale): Promise<RecordLesson[]> =>
  Promise.all(
    LESSONS.map(async (lesson) => {
      const own = await lessonText(locale, lesson.slug)
      return {
        id: lesson.id,
        slug: lesson.slug,
        short: own('short'),
        title: own('title'),
        sheet: sheetOf(lesson),
        steps: lesson.steps.map((step) => recordStep(step, own)),
      }
    }),
  )

function recordStep(step: LessonStep, own: (key: string) => string): RecordStep {
  const { id, do: kind } = step
  const named = { id, do: kind, title: own(`step.${id}.title`) }
  if (!('between' in step)) return named
  const { asks, between } = step
  const words = between.map(choiceId).map((one) => [one, own(`step.${id}.choice.${one}`)])
  return { ...named, question: { asks, between, words: Object.fromEntries(words) } }
}

export const recordWords = (locale: Locale) => loadMessages(locale, ['learn', 'record'])
