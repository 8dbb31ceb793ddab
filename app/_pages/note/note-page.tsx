import { linkedTexts } from '@/lib/glossary/linked'
import { termNamesIn } from '@/lib/glossary/names'
import { loadMessages } from '@/lib/i18n/messages'
import type { Locale } from '@/lib/i18n/routing'
import { textOf } from '@/lib/i18n/text'
import { LABS, labOf } from '@/lib/labs'
import { LESSONS } from '@/lib/lessons'
import { ROWS, SECTIONS } from '@/lib/note'
import { correctionsIn } from '@/lib/note/corrections'
import { FILTERED, Filter } from './filter'
import { Headings } from './headings'
import { Meanings } from './meanings'
import { OneHeading } from './note-section'
import { correctionOf } from './rows'

/** The study note, claim by claim. */
export async function NotePage({ locale }: { locale: Locale }) {
  const words = await wordsIn(locale)
  const other = { locale: OTHER[locale], t: (await wordsIn(OTHER[locale])).t }
  return (
    <main id="main" className={`mx-auto max-w-page px-gutter pt-6 ${FILTERED}`}>
      <h1 className="text-28 leading-tight tracking-tight text-balance">{words.t('title')}</h1>
      <p className="mt-2 max-w-[90ch] text-16 leading-ui text-ink-2">{words.t('lead')}</p>
      <Meanings t={words.t} />
      <div className="grid gap-3 pt-4">
        <Filter t={words.t} />
        <Headings t={words.t} />
      </div>
      {SECTIONS.map((section) => (
        <OneHeading key={section.id} section={section} other={other} {...words} />
      ))}
    </main>
  )
}

const OTHER = { en: 'ko', ko: 'en' } as const satisfies Record<Locale, Locale>

async function wordsIn(locale: Locale) {
  const labs = LABS.map(({ slug }) => `lab-${slug}` as const)
  const lessons = LESSONS.map(({ slug }) => `lesson-${slug}` as const)
  const all = await loadMessages(locale, ['note', 'claims', 'sources', ...labs, ...lessons])
  const text = (namespace: string) => textOf(namespace, all[namespace], locale)
  const claim = text('claims')
  const corrections = await correctionsIn(locale)
  const said = ROWS.flatMap(({ id }) => [
    [id, claim(id)] as const,
    [correctionOf(id), corrections.get(id) ?? ''] as const,
  ])
  return {
    locale,
    t: text('note'),
    claim,
    sources: text('sources'),
    corrections,
    linked: linkedTexts(said, await termNamesIn(locale)),
    nameOf: (slug: string) => text(`${labOf(slug) ? 'lab' : 'lesson'}-${slug}`)('short'),
  }
}
