import type { Metadata } from 'next'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { FILTERED, Filter } from '@/app/_pages/note/filter'
import { Headings } from '@/app/_pages/note/headings'
import { Meanings } from '@/app/_pages/note/meanings'
import { OneHeading } from '@/app/_pages/note/note-section'
import { alternates } from '@/lib/i18n/alternates'
import { loadMessages } from '@/lib/i18n/messages'
import type { Locale } from '@/lib/i18n/routing'
import { textOf } from '@/lib/i18n/text'
import { LABS } from '@/lib/labs'
import { SECTIONS } from '@/lib/note'
import { correctionsIn } from '@/lib/note/corrections'

interface Props {
  params: Promise<{ locale: Locale }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'note' })
  return { title: t('title'), description: t('description'), alternates: alternates(locale, '/note') }
}

export default async function NotePage({ params }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
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
  const namespaces = LABS.map(({ slug }) => `lab-${slug}` as const)
  const all = await loadMessages(locale, ['note', 'claims', 'sources', ...namespaces])
  const text = (namespace: string) => textOf(namespace, all[namespace], locale)
  return {
    locale,
    t: text('note'),
    claim: text('claims'),
    sources: text('sources'),
    corrections: await correctionsIn(locale),
    nameOf: (slug: string) => text(`lab-${slug}`)('short'),
  }
}
