import type { Messages } from '@/lib/i18n/format'
import { loadMessages } from '@/lib/i18n/messages'
import type { Locale } from '@/lib/i18n/routing'
import { type Text, textOf } from '@/lib/i18n/text'
import { LABS } from '@/lib/labs'
import { MYTHS, type SettledMyth } from '@/lib/labs/myths'
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

/** What the list says of each lab. */
export async function listWords(locale: Locale): Promise<LabWords['messages']> {
  const all = await messagesOf(
    locale,
    LABS.map(({ slug }) => slug),
  )
  return mapped(all, ({ title, short, outcome }) => ({ title: title!, short: short!, outcome: outcome! }))
}

/** As they are shown: in the order of their words. */
export async function mythsIn(locale: Locale): Promise<SettledMyth[]> {
  const { myths } = await loadMessages(locale, ['myths'])
  const order = Object.keys(myths!)
  return MYTHS.toSorted((one, other) => order.indexOf(one.id) - order.indexOf(other.id))
}

/** What the myths say of the labs that settle them. */
export async function mythWords(locale: Locale): Promise<LabWords['messages']> {
  const slugs = new Set(MYTHS.map(({ lab }) => lab))
  const all = await messagesOf(locale, [...slugs])
  const short = mapped(all, ({ short, outcome, moment, note }) => ({
    short: short!,
    outcome: outcome!,
    moment: moment!,
    ...(note && { note }),
  }))
  return { ...short, ...(await loadMessages(locale, ['myths'])) }
}

/** What the study note says, by its row. The numbers of the rows are ours: nobody is shown one, they stand in addresses. */
export async function notedIn(locale: Locale): Promise<Text> {
  const { claims } = await loadMessages(locale, ['claims'])
  return textOf('claims', claims, locale)
}

function mapped(all: LabWords['messages'], part: (own: Messages) => Messages): LabWords['messages'] {
  const { labs, ...own } = all
  const parts = Object.entries(own).map(([name, words]) => [name, part(words)] as const)
  return { ...Object.fromEntries(parts), labs: labs! }
}

function messagesOf(locale: Locale, slugs: readonly string[]): Promise<LabWords['messages']> {
  return loadMessages(locale, ['labs', ...slugs.map(namespaceOf)])
}
