import type { Metadata } from 'next'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { Bench } from '@/app/_codec/bench'
import { alternates } from '@/lib/i18n/alternates'
import { WordsProvider } from '@/lib/i18n/client'
import { loadMessages } from '@/lib/i18n/messages'
import type { Locale } from '@/lib/i18n/routing'
import '@/app/styles/bench.css'

interface Props {
  params: Promise<{ locale: Locale }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'bench' })
  return { title: t('title'), description: t('description'), alternates: alternates(locale, '/bench') }
}

export default async function BenchPage({ params }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
  const t = await getTranslations('bench')
  return (
    <main id="main" className="wrap benchpage">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <noscript>
        <p className="notice">{t('noscript')}</p>
      </noscript>
      <WordsProvider locale={locale} messages={await loadMessages(locale, ['bench'])}>
        <Bench />
      </WordsProvider>
    </main>
  )
}
