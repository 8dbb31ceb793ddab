import type { Metadata } from 'next'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { Bench } from '@/app/_codec/bench'
import { EngineLines } from '@/app/_codec/engine-lines'
import { alternates } from '@/lib/i18n/alternates'
import { WordsProvider } from '@/lib/i18n/client'
import { loadMessages } from '@/lib/i18n/messages'
import { pack } from '@/lib/i18n/packed'
import type { Locale } from '@/lib/i18n/routing'

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
    <main id="main" className="mx-auto max-w-page px-gutter pt-8 pb-8 max-tablet:pt-5">
      <h1 className="text-40 leading-tight tracking-tight max-tablet:text-28">{t('title')}</h1>
      <p className="mt-3 max-w-measure text-16 leading-text text-ink-2">{t('lead')}</p>
      <noscript>
        <p className="mt-4 max-w-measure rounded-2 border-2 border-ink bg-surface px-3.5 py-2.5">
          {t('noscript')}
        </p>
      </noscript>
      <WordsProvider locale={locale} messages={pack(await loadMessages(locale, ['bench']))}>
        <Bench />
      </WordsProvider>
      <EngineLines />
    </main>
  )
}
