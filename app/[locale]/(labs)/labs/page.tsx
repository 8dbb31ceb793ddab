import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { secondSite } from '@/app/_labs/second-site'
import { sheetOf } from '@/app/_labs/sheet'
import { Scoreboard } from '@/app/_labs/verdict/scoreboard'
import { listWords } from '@/app/_labs/words'
import { alternates } from '@/lib/i18n/alternates'
import { MoreWords } from '@/lib/i18n/client'
import { type Locale, localePath } from '@/lib/i18n/routing'
import { LABS } from '@/lib/labs'
import { LAB_GROUPS } from '@/lib/labs/lab'
import '@/app/styles/labs.css'

interface Props {
  params: Promise<{ locale: Locale }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'labs' })
  return { title: t('title'), description: t('index.lead'), alternates: alternates(locale, '/labs') }
}

export default async function Page({ params }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
  const t = await getTranslations('labs')
  return (
    <main id="main" className="wrap labpage">
      <div className="q">
        <h1>{t('index.title')}</h1>
        <p>{t('index.lead')}</p>
      </div>
      <noscript>
        <p className="notice">{t('noscript')}</p>
      </noscript>
      <MoreWords messages={await listWords(locale)}>
        <Scoreboard groups={groups()} />
      </MoreWords>
      <p className="neighbours">
        <Link href={localePath(locale, '/myths')} prefetch={false}>
          {t('index.myths')}
        </Link>
      </p>
    </main>
  )
}

function groups() {
  const site = secondSite()
  return LAB_GROUPS.map((id) => ({
    id,
    sheets: LABS.filter(({ group }) => group === id).map((lab) => sheetOf(lab, site)),
  }))
}
