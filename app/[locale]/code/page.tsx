import type { Metadata } from 'next'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { Around } from '@/app/_pages/code/around'
import { DifferencesTable } from '@/app/_pages/code/differences-table'
import { Heading } from '@/app/_pages/code/heading'
import { Listing } from '@/app/_pages/code/listing'
import { OperationRows } from '@/app/_pages/code/operation-rows'
import { Rest } from '@/app/_pages/code/rest'
import { alternates } from '@/lib/i18n/alternates'
import type { Locale } from '@/lib/i18n/routing'
import { anchorOf, OPERATION_TABLE, OPERATIONS, SEAM } from '@/lib/source/operations'
import { STRATEGIES } from '@/lib/strategies/strategy'
import '@/app/styles/source.css'

interface Props {
  params: Promise<{ locale: Locale }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'code' })
  return { title: t('title'), description: t('description'), alternates: alternates(locale, '/code') }
}

/** Every operation of a strategy in three lanes, from the source that runs. */
export default async function CodePage({ params }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
  const t = await getTranslations('code')
  return (
    <main
      id="main"
      className="mx-auto grid max-w-page grid-cols-[minmax(0,1fr)] gap-12 px-gutter py-8 max-tablet:gap-8 max-tablet:py-5"
    >
      <header className="grid gap-3">
        <h1 className="text-40 leading-tight tracking-tight max-tablet:text-28">{t('statement')}</h1>
        <p className="max-w-measure text-16 leading-text text-ink-2">{t('lead')}</p>
        {locale === 'ko' && <p className="text-13 text-ink-3">{t('comments')}</p>}
        <ul className="flex flex-wrap gap-x-6 gap-y-1 text-13" aria-label={t('readmes')}>
          {STRATEGIES.map((lane) => (
            <li key={lane} className={`lane-${lane}`}>
              <b className="font-mono text-lane">{lane}</b>{' '}
              <span className="font-mono text-12 wrap-anywhere text-ink-3">{`lib/strategies/${lane}/README.md`}</span>
            </li>
          ))}
        </ul>
        <p className="max-w-measure text-13 text-ink-3">{t('home', { path: 'e2e/bare' })}</p>
      </header>
      <Contents />
      <section className="grid scroll-mt-14 gap-4" id="seam" aria-labelledby="seam-title">
        <Heading id="seam-title" title={t('seam.title')}>
          {t('seam.text')}
        </Heading>
        <div className="grid items-start gap-4 wide:grid-cols-3">
          {SEAM.map((ref) => (
            <Listing key={ref.symbol} at={ref} id={anchorOf('seam', ref.symbol)} />
          ))}
        </div>
      </section>
      {OPERATION_TABLE.map((operation) => (
        <OperationRows key={operation.name} operation={operation} />
      ))}
      <DifferencesTable />
      <Rest />
      <Around locale={locale} />
    </main>
  )
}

/** In sight all the way down, where there is room for it. */
async function Contents() {
  const t = await getTranslations('code')
  const places = [
    ['seam', t('seam.title')],
    ...OPERATIONS.map((name) => [name, t(`op.${name}.title`)]),
    ['differences', t('differences.title')],
    ['rest', t('rest.title')],
    ['around', t('around.title')],
  ]
  return (
    <nav
      aria-label={t('contents')}
      className="z-3 -my-6 flex flex-wrap items-center gap-x-1 border-b border-line bg-paper py-1.5 text-13 tall:sticky tall:top-0 print:hidden"
    >
      <span className="mr-2 text-12 text-ink-3">{t('contents')}</span>
      {places.map(([id, name]) => (
        <a
          key={id}
          href={`#${id}`}
          className="inline-flex min-h-7.5 items-center rounded-1 px-2.5 text-ink-2 no-underline hover:bg-mark-1 hover:text-ink max-tablet:min-h-10"
        >
          {name}
        </a>
      ))}
    </nav>
  )
}
