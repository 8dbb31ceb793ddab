import type { Messages } from '@/lib/i18n/format'
import { loadMessages } from '@/lib/i18n/messages'
import { NAMESPACES } from '@/lib/i18n/namespaces'
import type { Locale } from '@/lib/i18n/routing'
import { type Text, textOf } from '@/lib/i18n/text'
import { namespaceOf } from './sheet'

export interface LabWords {
  /** Of the labs' pages and of this lab: what the browser needs besides what every page brings. */
  messages: Record<string, Messages>
  own: Text
  labs: Text
}

export async function labWords(locale: Locale, slug: string): Promise<LabWords> {
  const name = namespaceOf(slug)
  const messages = await messagesOf(locale, [slug])
  return {
    messages,
    own: textOf(name, messages[name], locale),
    labs: textOf('labs', messages.labs, locale),
  }
}

/** Of several labs, what a list says of each. */
export async function shortWords(locale: Locale, slugs: readonly string[]): Promise<LabWords['messages']> {
  const all = await messagesOf(locale, slugs)
  const short = Object.entries(all).map(([name, { title, short, outcome }]) => [name, { title, short, outcome }])
  return { ...Object.fromEntries(short), labs: all.labs! }
}

function messagesOf(locale: Locale, slugs: readonly string[]): Promise<LabWords['messages']> {
  const own = slugs.map(namespaceOf).filter((name) => NAMESPACES.includes(name))
  return loadMessages(locale, ['labs', ...own])
}
