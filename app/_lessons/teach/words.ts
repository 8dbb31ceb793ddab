/** Words of the teacher's page, made on the server. */
import { loadMessages } from '@/lib/i18n/messages'
import type { Locale } from '@/lib/i18n/routing'
import { type Text, textOf } from '@/lib/i18n/text'
import { LESSONS } from '@/lib/lessons'
import type { Lesson } from '@/lib/lessons/lesson'
import { lessonText } from '../words'

export interface TeachWords {
  teach: Text
  learn: Text
  record: Text
  own(lesson: Lesson): Text
}

export async function teachWords(locale: Locale): Promise<TeachWords> {
  const messages = await loadMessages(locale, ['teach', 'learn', 'record'])
  const textIn = (name: keyof typeof messages) => textOf(name, messages[name], locale)
  const texts = await Promise.all(
    LESSONS.map(async ({ slug }) => [slug, await lessonText(locale, slug)] as const),
  )
  const owns = new Map(texts)
  return {
    teach: textIn('teach'),
    learn: textIn('learn'),
    record: textIn('record'),
    own: ({ slug }) => owns.get(slug)!,
  }
}
