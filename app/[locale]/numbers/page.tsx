import type { Metadata } from 'next'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { Measured } from '@/app/_numbers/measured'
import { OwnTotals } from '@/app/_numbers/own-totals'
import { alternates } from '@/lib/i18n/alternates'
import type { Locale } from '@/lib/i18n/routing'
import '../../styles/text.css'

interface Props {
  params: Promise<{ locale: Locale }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'numbers' })
  return { title: t('title'), description: t('description'), alternates: alternates(locale, '/numbers') }
}

export default async function NumbersPage({ params }: Props) {
  setRequestLocale((await params).locale)
  const t = await getTranslations('numbers')
  return (
    <main id="main" className="wrap text">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <section aria-labelledby="yours">
        <h2 id="yours">{t('yours.title')}</h2>
        <OwnTotals />
      </section>
      <section aria-labelledby="measured">
        <h2 id="measured">{t('bench.title')}</h2>
        <Measured />
      </section>
    </main>
  )
}
