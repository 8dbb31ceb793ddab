/** What a lesson says, each term leading to the glossary where it comes first: made on the server. */
import type { ReactNode } from 'react'
import { Linked } from '@/app/_ui/terms/linked'
import { linkedTexts } from '@/lib/glossary/linked'
import { termNamesIn } from '@/lib/glossary/names'
import type { Locale } from '@/lib/i18n/routing'
import type { Text } from '@/lib/i18n/text'
import type { Lesson } from '@/lib/lessons/lesson'

/** By the id of the step, and `lead`; of a text without a term there is nothing. */
export async function linkedWords(
  locale: Locale,
  { steps }: Lesson,
  own: Text,
): Promise<Record<string, ReactNode>> {
  const texts = steps.flatMap(({ id }) => {
    const key = `step.${id}.text`
    return own.has(key) ? [[id, own(key)] as const] : []
  })
  const linked = linkedTexts([['lead', own('lead')], ...texts], await termNamesIn(locale))
  return Object.fromEntries(
    [...linked]
      .filter(([, parts]) => parts.some((part) => typeof part !== 'string'))
      .map(([id, parts]) => [id, <Linked key={id} parts={parts} locale={locale} />]),
  )
}
