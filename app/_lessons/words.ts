/** What the pages of the lessons are given, made on the server. */
import { secondSite } from '@/app/_labs/second-site'
import { namespaceOf as labNamespace, sheetOf as labSheetOf } from '@/app/_labs/sheet'
import type { Messages } from '@/lib/i18n/format'
import { loadMessages } from '@/lib/i18n/messages'
import type { LessonNamespace } from '@/lib/i18n/namespaces'
import type { Locale } from '@/lib/i18n/routing'
import { type Text, textOf } from '@/lib/i18n/text'
import { labOf } from '@/lib/labs'
import { LESSONS, numberIn } from '@/lib/lessons'
import type { Lesson } from '@/lib/lessons/lesson'
import { sheetOf } from '@/lib/lessons/sheet'
import { labsOf } from './lab/asked-lab'
import { linkedWords } from './linked-words'
import type { LessonRow } from './list/lesson-row'
import { Settles } from './settles'
import type { LessonGiven } from './use-lesson'

export const namespaceOf = (slug: string): LessonNamespace => `lesson-${slug}`

export async function lessonText(locale: Locale, slug: string): Promise<Text> {
  const name = namespaceOf(slug)
  const messages = await loadMessages(locale, [name])
  return textOf(name, messages[name], locale)
}

async function learnText(locale: Locale): Promise<Text> {
  const { learn } = await loadMessages(locale, ['learn'])
  return textOf('learn', learn, locale)
}

/** As the list shows them, in order. */
export async function lessonRows(locale: Locale): Promise<LessonRow[]> {
  const texts = new Map(
    await Promise.all(LESSONS.map(async ({ slug }) => [slug, await lessonText(locale, slug)] as const)),
  )
  return LESSONS.map((lesson) => ({
    id: lesson.id,
    slug: lesson.slug,
    n: numberIn(lesson),
    title: texts.get(lesson.slug)!('title'),
    short: texts.get(lesson.slug)!('short'),
    minutes: lesson.minutes.alone,
    needs: lesson.needs.flatMap((slug) => texts.get(slug)?.('short') ?? []),
    settles: lesson.settles.length,
    steps: lesson.steps.map(({ id }) => id),
  }))
}

/** The lesson as its page is given it. */
export async function givenOf(locale: Locale, lesson: Lesson): Promise<LessonGiven> {
  const next = LESSONS[LESSONS.indexOf(lesson) + 1]
  const labs = await Promise.all(
    labsOf(lesson).flatMap((slug) => {
      const lab = labOf(slug)
      return lab
        ? [
            nameOfLab(locale, slug).then(
              (name) => [slug, { sheet: labSheetOf(lab, secondSite(lab)), name }] as const,
            ),
          ]
        : []
    }),
  )
  return {
    lesson,
    sheet: sheetOf(lesson),
    n: numberIn(lesson),
    labs: Object.fromEntries(labs),
    next: next ? { slug: next.slug, title: (await lessonText(locale, next.slug))('short') } : null,
    settles: Settles({ lesson, locale, t: await learnText(locale) }),
    linked: await linkedWords(locale, lesson, await lessonText(locale, lesson.slug)),
  }
}

async function nameOfLab(locale: Locale, slug: string): Promise<string> {
  const name = labNamespace(slug)
  const messages = await loadMessages(locale, [name])
  return textOf(name, messages[name], locale)('short')
}

/** What the browser needs besides what every page brings: of labs only where one is run. */
export function lessonWords(locale: Locale, lesson: Lesson): Promise<Record<string, Messages>> {
  const labs = labsOf(lesson)
  const ofLabs = labs.length > 0 ? (['labs', ...labs.map(labNamespace)] as const) : []
  return loadMessages(locale, ['learn', namespaceOf(lesson.slug), ...ofLabs])
}
