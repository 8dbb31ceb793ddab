import type { Metadata } from 'next'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { Measured } from '@/app/_pages/numbers/measured'
import { OwnTotals } from '@/app/_pages/numbers/own-totals'
import { alternates } from '@/lib/i18n/alternates'
import { WordsProvider } from '@/lib/i18n/client'
import { loadMessages } from '@/lib/i18n/messages'
import type { Locale } from '@/lib/i18n/routing'
import '@/app/styles/text.css'

interface Props {
  params: Promise<{ locale: Locale }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'numbers' })
  return { title: t('title'), description: t('description'), alternates: alternates(locale, '/numbers') }
}

export default async function NumbersPage({ params }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
  const t = await getTranslations('numbers')
  return (
    <main id="main" className="wrap reading">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <section aria-labelledby="yours">
        <h2 id="yours">{t('yours.title')}</h2>
        <WordsProvider locale={locale} messages={await loadMessages(locale, ['numbers'])}>
          <OwnTotals />
        </WordsProvider>
      </section>
      <section aria-labelledby="measured">
        <h2 id="measured">{t('bench.title')}</h2>
        <Measured />
      </section>
    </main>
  )
}
