import type { Metadata } from 'next'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { LearnRecord } from '@/app/_lessons/record/record'
import { recordLessons, recordWords } from '@/app/_lessons/record/record-given'
import { Reading } from '@/app/_ui/reading/reading'
import { alternates } from '@/lib/i18n/alternates'
import { MoreWords } from '@/lib/i18n/client'
import { pack } from '@/lib/i18n/packed'
import type { Locale } from '@/lib/i18n/routing'

interface Props {
  params: Promise<{ locale: Locale }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'record' })
  return { title: t('title'), description: t('lead'), alternates: alternates(locale, '/learn/record') }
}

export default async function RecordPage({ params }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
  const t = await getTranslations('record')
  return (
    <Reading title={t('title')} lead={t('lead')}>
      <noscript>
        <p className="font-semibold">{t('noscript')}</p>
      </noscript>
      <MoreWords messages={pack(await recordWords(locale))}>
        <LearnRecord lessons={await recordLessons(locale)} />
      </MoreWords>
    </Reading>
  )
}
