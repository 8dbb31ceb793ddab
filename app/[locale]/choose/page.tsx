import type { Metadata } from 'next'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { Chooser } from '@/app/_pages/choose/chooser'
import { ContestedTable } from '@/app/_pages/choose/contested-table'
import { Cures } from '@/app/_pages/choose/cures'
import { cellWordsOf, labWordsOf } from '@/app/_pages/choose/lab-words'
import { Scorecard } from '@/app/_pages/choose/scorecard'
import { Section } from '@/app/_ui/reading/reading'
import { answersIn, queryOf } from '@/lib/choose/address'
import { evidenceFor } from '@/lib/choose/measured'
import { RULES } from '@/lib/choose/rules'
import { alternates } from '@/lib/i18n/alternates'
import { MoreWords } from '@/lib/i18n/client'
import { loadMessages } from '@/lib/i18n/messages'
import { pack } from '@/lib/i18n/packed'
import type { Locale } from '@/lib/i18n/routing'
import { textOf } from '@/lib/i18n/text'

interface Props {
  params: Promise<{ locale: Locale }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The record says how long a sign-in lasts, too. */
const EVIDENCE = evidenceFor([
  ...RULES,
  { asks: { row: 'ownEnd' as const } },
  { asks: { row: 'absoluteEnd' as const } },
])

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'choose' })
  return { title: t('title'), description: t('description'), alternates: alternates(locale, '/choose') }
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
  const asked = answersIn(searchOf(await searchParams))
  const answers = asked.ok ? asked.answers : {}
  const [words, labs, own] = await Promise.all([
    cellWordsOf(locale),
    labWordsOf(locale),
    loadMessages(locale, ['choose', 'sources']),
  ])
  const { t } = words
  return (
    <main
      id="main"
      className="mx-auto grid max-w-page grid-cols-[minmax(0,1fr)] gap-6 px-gutter pt-8 max-tablet:pt-5 print:block print:[&>*]:mb-4"
    >
      <h1 className="text-40 leading-tight tracking-tight max-tablet:text-28">{t('title')}</h1>
      <p className="max-w-measure text-16 leading-text">{t('lead')}</p>
      <p className="hidden text-13 text-ink-2 noscript:block">{t('noscript')}</p>
      <MoreWords messages={pack({ choose: own.choose! })}>
        <Chooser
          key={queryOf(answers)}
          asked={answers}
          wrong={asked.ok ? null : asked.wrong}
          evidence={EVIDENCE}
          labs={pack(labs)}
        />
      </MoreWords>
      <Section id="contested" title={t('contested.title')}>
        <ContestedTable locale={locale} words={words} sources={textOf('sources', own.sources, locale)} />
      </Section>
      <Section id="scorecard" title={t('score.title')}>
        <Scorecard locale={locale} words={words} />
      </Section>
      <Section id="cures" title={t('score.cures')}>
        <Cures locale={locale} words={words} />
      </Section>
    </main>
  )
}

const searchOf = (query: Awaited<Props['searchParams']>) =>
  new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one])),
  )
