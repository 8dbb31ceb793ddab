/** Of the labs' catalogues what a cell is said with: the page carries no more of them. */

import { namespaceOf } from '@/app/_labs/sheet'
import { RULES } from '@/lib/choose/rules'
import type { Messages } from '@/lib/i18n/format'
import { loadMessages } from '@/lib/i18n/messages'
import type { Locale } from '@/lib/i18n/routing'
import { textOf } from '@/lib/i18n/text'
import { LABS } from '@/lib/labs'
import type { CellWords } from './say-cell'

/** By the slug of the lab. */
export type OutcomeWords = Record<string, Messages>

export async function labWordsOf(locale: Locale): Promise<OutcomeWords> {
  const slugs = [...new Set(RULES.flatMap(({ asks }) => ('lab' in asks ? [asks.lab] : [])))]
  const all = await loadMessages(locale, slugs.map(namespaceOf))
  return Object.fromEntries(
    slugs.map((slug) => {
      const { short, moment, outcome, position } = all[namespaceOf(slug)]!
      return [slug, { short: short!, moment: moment!, outcome: outcome!, position: position! }]
    }),
  )
}

/** Of every lab, for what is drawn on the server. */
export async function cellWordsOf(locale: Locale): Promise<CellWords> {
  const labs = LABS.map(({ slug }) => namespaceOf(slug))
  const all = await loadMessages(locale, ['choose', 'dials', ...labs])
  const said = (name: string) => textOf(name, all[name], locale)
  return { t: said('choose'), dials: said('dials'), lab: (slug) => said(namespaceOf(slug)) }
}
