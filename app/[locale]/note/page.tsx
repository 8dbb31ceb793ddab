import type { Metadata } from 'next'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { NotePage } from '@/app/_pages/note/note-page'
import { alternates } from '@/lib/i18n/alternates'
import type { Locale } from '@/lib/i18n/routing'

interface Props {
  params: Promise<{ locale: Locale }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'note' })
  return { title: t('title'), description: t('description'), alternates: alternates(locale, '/note') }
}

export default async function Page({ params }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
  return <NotePage locale={locale} />
}
