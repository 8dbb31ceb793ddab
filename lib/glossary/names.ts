import { loadMessages } from '@/lib/i18n/messages'
import type { Locale } from '@/lib/i18n/routing'
import { type TermName, termNames } from './linked'

/** As the glossary calls its terms in this language. */
export async function termNamesIn(locale: Locale): Promise<TermName[]> {
  const { glossary } = await loadMessages(locale, ['glossary'])
  return termNames(glossary!.term as unknown as Record<string, { name: string }>)
}
