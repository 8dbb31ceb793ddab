import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { socialPicture } from '@/app/_frame/social-picture'
import { LessonsList } from '@/app/_lessons/list/lessons-list'
import { lessonRows } from '@/app/_lessons/words'
import { alternates } from '@/lib/i18n/alternates'
import { MoreWords } from '@/lib/i18n/client'
import { loadMessages } from '@/lib/i18n/messages'
import { pack } from '@/lib/i18n/packed'
import { type Locale, localePath } from '@/lib/i18n/routing'
import { pageOf } from '@/lib/site/pages'

interface Props {
  params: Promise<{ locale: Locale }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'learn' })
  return {
    title: t('title'),
    description: t('index.description'),
    alternates: alternates(locale, '/learn'),
    openGraph: await socialPicture(locale, 'home'),
  }
}

export default async function Page({ params }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
  const t = await getTranslations('learn')
  return (
    <main id="main" className="mx-auto max-w-page px-gutter">
      <div className="pt-6 pb-4">
        <h1 className="text-28 leading-tight tracking-tight text-balance ko:tracking-normal">
          {t('index.title')}
        </h1>
        <p className="mt-2 max-w-[76ch] text-16 leading-ui text-ink-2">{t('index.lead')}</p>
      </div>
      <div className="grid gap-x-12 gap-y-8 laptop:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          <MoreWords messages={pack(await loadMessages(locale, ['learn']))}>
            <LessonsList rows={await lessonRows(locale)} />
          </MoreWords>
        </div>
        <div className="grid content-start gap-8">
          <Ways locale={locale} />
        </div>
      </div>
    </main>
  )
}

const WAYS = ['note', 'choose', 'glossary', 'labs', 'myths', 'record', 'teach'] as const

async function Ways({ locale }: { locale: Locale }) {
  const t = await getTranslations('learn')
  return (
    <section>
      <h2 className="text-16 leading-ui">{t('index.ways')}</h2>
      <ul className="mt-2 text-14 leading-ui">
        {WAYS.flatMap((way) => pageOf(way) ?? []).map(({ path, key: way }) => (
          <li key={way} className="border-t border-line">
            <Link
              href={localePath(locale, path)}
              prefetch={false}
              className="inline-flex min-h-8 items-center max-tablet:min-h-10"
            >
              {t(`index.way.${way}`)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
