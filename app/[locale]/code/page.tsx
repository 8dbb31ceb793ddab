import type { Metadata } from 'next'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { DifferencesTable } from '@/app/_pages/code/differences-table'
import { Listing } from '@/app/_pages/code/listing'
import { OperationRows } from '@/app/_pages/code/operation-rows'
import { Rest } from '@/app/_pages/code/rest'
import { alternates } from '@/lib/i18n/alternates'
import type { Locale } from '@/lib/i18n/routing'
import { anchorOf, OPERATION_TABLE, OPERATIONS, SEAM } from '@/lib/source/operations'
import { STRATEGIES } from '@/lib/strategies/strategy'
import '@/app/styles/source.css'
import '@/app/styles/code.css'

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
    <main id="main" className="wrap codepage">
      <header className="codehead">
        <h1>{t('statement')}</h1>
        <p>{t('lead')}</p>
        {locale === 'ko' && <p className="dim">{t('comments')}</p>}
        <ul className="readmes" aria-label={t('readmes')}>
          {STRATEGIES.map((lane) => (
            <li key={lane} className={lane}>
              <b className="mono">{lane}</b>{' '}
              <span className="mono file">{`lib/strategies/${lane}/README.md`}</span>
            </li>
          ))}
        </ul>
        <p className="dim">{t('home', { path: 'e2e/bare' })}</p>
      </header>
      <nav className="jump" aria-label={t('contents')}>
        <a href="#seam">{t('seam.title')}</a>
        {OPERATIONS.map((name) => (
          <a key={name} href={`#${name}`}>
            {t(`op.${name}.title`)}
          </a>
        ))}
        <a href="#differences">{t('differences.title')}</a>
        <a href="#rest">{t('rest.title')}</a>
      </nav>
      <section className="seam" id="seam" aria-labelledby="seam-title">
        <header>
          <h2 id="seam-title">{t('seam.title')}</h2>
          <p>{t('seam.text')}</p>
        </header>
        <div className="three">
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
    </main>
  )
}
