import type { Metadata } from 'next'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { namespaceOf } from '@/app/_labs/sheet'
import { listWords } from '@/app/_labs/words'
import { TermRows } from '@/app/_pages/glossary/term-rows'
import { Reading } from '@/app/_ui/reading/reading'
import { alternates } from '@/lib/i18n/alternates'
import { loadMessages } from '@/lib/i18n/messages'
import type { Locale } from '@/lib/i18n/routing'
import { textOf } from '@/lib/i18n/text'

interface Props {
  params: Promise<{ locale: Locale }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'glossary' })
  return { title: t('title'), description: t('lead'), alternates: alternates(locale, '/glossary') }
}

export default async function GlossaryPage({ params }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
  const { glossary } = await loadMessages(locale, ['glossary'])
  const t = textOf('glossary', glossary, locale)
  const labs = await listWords(locale)
  const labName = (slug: string) => textOf(namespaceOf(slug), labs[namespaceOf(slug)], locale)('short')
  return (
    <Reading title={t('title')} lead={t('lead')}>
      <TermRows locale={locale} t={t} labName={labName} />
    </Reading>
  )
}
