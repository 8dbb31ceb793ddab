import type { Metadata } from 'next'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { Measured } from '@/app/_pages/numbers/measured'
import { OwnTotals } from '@/app/_pages/numbers/own-totals'
import { Revocation } from '@/app/_pages/numbers/revocation'
import { Reading, Section } from '@/app/_ui/reading/reading'
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
  const t = await getTranslations({ locale, namespace: 'numbers' })
  return { title: t('title'), description: t('description'), alternates: alternates(locale, '/numbers') }
}

export default async function NumbersPage({ params }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
  const t = await getTranslations('numbers')
  return (
    <Reading title={t('title')} lead={t('lead')}>
      <Section id="measured" title={t('bench.title')}>
        <Measured />
      </Section>
      <Section id="bound" title={t('bound.title')}>
        <Revocation />
      </Section>
      <Section id="yours" title={t('yours.title')}>
        <WordsProvider locale={locale} messages={pack(await loadMessages(locale, ['numbers']))}>
          <OwnTotals />
        </WordsProvider>
      </Section>
    </Reading>
  )
}
