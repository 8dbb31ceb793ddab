/** What a paper says, made on the server. */
import { namespaceOf as labNamespace } from '@/app/_labs/sheet'
import { loadMessages } from '@/lib/i18n/messages'
import type { Locale } from '@/lib/i18n/routing'
import { type Text, textOf } from '@/lib/i18n/text'
import { keyOf } from '@/lib/lessons/key'
import type { Lesson } from '@/lib/lessons/lesson'
import { lessonText } from '../words'

export interface PaperWords {
  own: Text
  /** Of all lessons. */
  learn: Text
  teach: Text
  labName(slug: string): string
}

export async function paperWords(locale: Locale, lesson: Lesson): Promise<PaperWords> {
  const labs = [...new Set(Object.values(keyOf(lesson)).flatMap(({ lab }) => lab?.lab ?? []))]
  const messages = await loadMessages(locale, ['learn', 'teach', ...labs.map(labNamespace)])
  const textIn = (name: keyof typeof messages) => textOf(name, messages[name], locale)
  return {
    own: await lessonText(locale, lesson.slug),
    learn: textIn('learn'),
    teach: textIn('teach'),
    labName: (slug) => textIn(labNamespace(slug))('short'),
  }
}
