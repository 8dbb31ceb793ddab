import type { Metadata } from 'next'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { CookiesTable } from '@/app/_pages/about/cookies-table'
import { LimitsTable } from '@/app/_pages/about/limits-table'
import { SOURCES } from '@/app/_pages/about/sources'
import { StorageTable } from '@/app/_pages/about/storage-table'
import { WeakDials } from '@/app/_pages/about/weak-dials'
import { alternates } from '@/lib/i18n/alternates'
import type { Locale } from '@/lib/i18n/routing'
import { env } from '@/lib/process/env'
import { contactAddress } from '@/lib/site/security-contact'
import '@/app/styles/text.css'

interface Props {
  params: Promise<{ locale: Locale }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'about' })
  return { title: t('title'), description: t('description'), alternates: alternates(locale, '/about') }
}

export default async function AboutPage({ params }: Props) {
  setRequestLocale((await params).locale)
  const t = await getTranslations('about')
  const contact = contactAddress(env.SECURITY_CONTACT)
  return (
    <main id="main" className="wrap reading">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <Section name="apart" lines={['sandbox', 'owner', 'name', 'keys', 'query', 'text']} />
      <section aria-labelledby="weak">
        <h2 id="weak">{t('weak.title')}</h2>
        <p>{t('weak.nature')}</p>
        <Lines name="weak" lines={['replay', 'lost', 'access', 'off', 'prefix', 'again', 'panel']} />
        <p>{t('weak.dials')}</p>
        <WeakDials />
        <p className="notice">{t('weak.here')}</p>
      </section>
      <section aria-labelledby="cookies">
        <h2 id="cookies">{t('cookies.title')}</h2>
        <p>{t('cookies.text')}</p>
        <CookiesTable />
        <p>{t('cookies.storage')}</p>
        <StorageTable />
      </section>
      <Section name="log" lines={['text', 'ids', 'never', 'ring']} />
      <section aria-labelledby="limits">
        <h2 id="limits">{t('limits.title')}</h2>
        <p>{t('limits.text')}</p>
        <LimitsTable />
        {env.RATE_LIMIT_SCALE !== 1 && <p>{t('limits.scaled', { n: env.RATE_LIMIT_SCALE })}</p>}
      </section>
      <section aria-labelledby="sources">
        <h2 id="sources">{t('sources.title')}</h2>
        <ul>
          {SOURCES.map(({ document, href, note }) => (
            <li key={href}>
              <a href={href}>{document}</a>
              {note && <span>{`: ${t(`sources.${note}`)}`}</span>}
            </li>
          ))}
        </ul>
        {contact && (
          <p>{t.rich('sources.report', { contact: () => <a href={contact}>{t('sources.contact')}</a> })}</p>
        )}
      </section>
    </main>
  )
}

interface Titled {
  name: 'apart' | 'log' | 'weak'
  lines: readonly string[]
}

async function Section({ name, lines }: Titled) {
  const t = await getTranslations('about')
  return (
    <section aria-labelledby={name}>
      <h2 id={name}>{t(`${name}.title`)}</h2>
      <Lines name={name} lines={lines} />
    </section>
  )
}

async function Lines({ name, lines }: Titled) {
  const t = await getTranslations('about')
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{t(`${name}.${line}`)}</li>
      ))}
    </ul>
  )
}
