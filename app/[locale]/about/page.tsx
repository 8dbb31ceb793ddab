import type { Metadata } from 'next'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { CookiesTable } from '@/app/_pages/about/cookies-table'
import { LimitsTable } from '@/app/_pages/about/limits-table'
import { SOURCES } from '@/app/_pages/about/sources'
import { StorageTable } from '@/app/_pages/about/storage-table'
import { WeakDials } from '@/app/_pages/about/weak-dials'
import { Bullets, Paragraph, Reading, Section } from '@/app/_ui/reading/reading'
import { alternates } from '@/lib/i18n/alternates'
import type { Locale } from '@/lib/i18n/routing'
import { env } from '@/lib/process/env'
import { contactAddress } from '@/lib/site/security-contact'

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
  return (
    <Reading title={t('title')} lead={t('lead')}>
      <Listed name="apart" lines={['sandbox', 'owner', 'name', 'keys', 'query', 'text']} />
      <Section id="weak" title={t('weak.title')}>
        <Paragraph>{t('weak.nature')}</Paragraph>
        <Lines name="weak" lines={['replay', 'lost', 'access', 'off', 'prefix', 'again', 'panel']} />
        <Paragraph>{t('weak.dials')}</Paragraph>
        <WeakDials />
        <p className="max-w-measure rounded-2 border-2 border-ink bg-surface px-3.5 py-2.5">
          {t('weak.here')}
        </p>
      </Section>
      <Section id="cookies" title={t('cookies.title')}>
        <Paragraph>{t('cookies.text')}</Paragraph>
        <CookiesTable />
        <Paragraph>{t('cookies.storage')}</Paragraph>
        <StorageTable />
      </Section>
      <Listed name="log" lines={['text', 'ids', 'never', 'ring']} />
      <Section id="limits" title={t('limits.title')}>
        <Paragraph>{t('limits.text')}</Paragraph>
        <LimitsTable />
        {env.RATE_LIMIT_SCALE !== 1 && (
          <Paragraph>{t('limits.scaled', { n: env.RATE_LIMIT_SCALE })}</Paragraph>
        )}
      </Section>
      <Sources />
    </Reading>
  )
}

async function Sources() {
  const t = await getTranslations('about')
  const contact = contactAddress(env.SECURITY_CONTACT)
  return (
    <Section id="sources" title={t('sources.title')}>
      <Bullets>
        {SOURCES.map(({ document, href, note }) => (
          <li key={href}>
            <a href={href}>{document}</a>
            {note && <span>{`: ${t(`sources.${note}`)}`}</span>}
          </li>
        ))}
      </Bullets>
      {contact && (
        <Paragraph>
          {t.rich('sources.report', { contact: () => <a href={contact}>{t('sources.contact')}</a> })}
        </Paragraph>
      )}
    </Section>
  )
}

interface Titled {
  name: 'apart' | 'log' | 'weak'
  lines: readonly string[]
}

async function Listed({ name, lines }: Titled) {
  const t = await getTranslations('about')
  return (
    <Section id={name} title={t(`${name}.title`)}>
      <Lines name={name} lines={lines} />
    </Section>
  )
}

async function Lines({ name, lines }: Titled) {
  const t = await getTranslations('about')
  return (
    <Bullets>
      {lines.map((line) => (
        <li key={line}>{t(`${name}.${line}`)}</li>
      ))}
    </Bullets>
  )
}
