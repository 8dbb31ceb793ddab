/** All words that there are: those of the site, of each lab and of each lesson. */
import { loadMessages } from '@/lib/i18n/messages'
import { NAMESPACES, type Namespace } from '@/lib/i18n/namespaces'
import type { Locale } from '@/lib/i18n/routing'
import { LABS } from '@/lib/labs'
import { LESSONS } from '@/lib/lessons'

export const ALL_NAMESPACES: readonly Namespace[] = [
  ...NAMESPACES,
  ...LABS.map(({ slug }) => `lab-${slug}` as const),
  ...LESSONS.map(({ slug }) => `lesson-${slug}` as const),
]

export const allMessages = (locale: Locale) => loadMessages(locale, ALL_NAMESPACES)
