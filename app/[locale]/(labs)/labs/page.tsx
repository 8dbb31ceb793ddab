import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { Notice } from '@/app/_labs/notice'
import { secondSite } from '@/app/_labs/second-site'
import { sheetOf } from '@/app/_labs/sheet'
import { Shelf } from '@/app/_labs/shelf/shelf'
import { listWords } from '@/app/_labs/words'
import { alternates } from '@/lib/i18n/alternates'
import { MoreWords } from '@/lib/i18n/client'
import { pack } from '@/lib/i18n/packed'
import { type Locale, localePath } from '@/lib/i18n/routing'
import { LABS } from '@/lib/labs'
import { LAB_GROUPS } from '@/lib/labs/lab'

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
    <main id="main" className="mx-auto max-w-page px-gutter">
      <div className="pt-6 pb-4">
        <h1 className="text-28 leading-tight tracking-tight text-balance">{t('index.title')}</h1>
        <p className="mt-2 max-w-[90ch] text-16 leading-ui text-ink-2">{t('index.lead')}</p>
      </div>
      <noscript>
        <Notice>{t('noscript')}</Notice>
      </noscript>
      <MoreWords messages={pack(await listWords(locale))}>
        <Shelf groups={groups()} />
      </MoreWords>
      <p className="pt-4 text-13 text-ink-2">{t('index.minutes')}</p>
      <p className="py-6 text-14">
        <Link
          href={localePath(locale, '/myths')}
          prefetch={false}
          className="inline-flex min-h-6 items-center max-tablet:min-h-10"
        >
          {t('index.myths')}
        </Link>
      </p>
    </main>
  )
}

function groups() {
  const all = LAB_GROUPS.map((id) => ({
    id,
    sheets: LABS.filter(({ group }) => group === id).map((lab) => sheetOf(lab, secondSite(lab))),
  }))
  return all.filter(({ sheets }) => sheets.length > 0)
}
