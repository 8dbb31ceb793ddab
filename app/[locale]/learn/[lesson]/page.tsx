import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { socialPicture } from '@/app/_frame/social-picture'
import { LessonScene } from '@/app/_lessons/lesson-scene'
import { LESSON_PAPERS } from '@/app/_lessons/paper/papers'
import { givenOf, lessonText, lessonWords } from '@/app/_lessons/words'
import { alternates } from '@/lib/i18n/alternates'
import { MoreWords } from '@/lib/i18n/client'
import { pack } from '@/lib/i18n/packed'
import { type Locale, localePath } from '@/lib/i18n/routing'
import { lessonOf } from '@/lib/lessons'

interface Props {
  params: Promise<{ locale: Locale; lesson: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, lesson: slug } = await params
  if (!lessonOf(slug)) {
    const shell = await getTranslations({ locale, namespace: 'shell' })
    return { title: shell('not-found.title') }
  }
  const own = await lessonText(locale, slug)
  return {
    title: own('title'),
    description: own('lead'),
    alternates: alternates(locale, `/learn/${slug}`),
    openGraph: await socialPicture(locale, 'home'),
  }
}

export default async function Page({ params }: Props) {
  const { locale, lesson: slug } = await params
  setRequestLocale(locale)
  const lesson = lessonOf(slug)
  if (!lesson) notFound()
  const t = await getTranslations('learn')
  const own = await lessonText(locale, slug)
  const given = await givenOf(locale, lesson)
  return (
    <main id="main">
      <MoreWords messages={pack(await lessonWords(locale, lesson))}>
        <LessonScene given={given}>
          <h1 className="text-28 leading-tight tracking-tight text-balance ko:tracking-normal">
            {own('title')}
          </h1>
          <p className="mt-2 mb-3 leading-text text-ink-2">{given.linked.lead ?? own('lead')}</p>
          <noscript>
            <p className="mb-3 font-semibold">{t('noscript')}</p>
          </noscript>
        </LessonScene>
      </MoreWords>
      <OnPaper locale={locale} slug={slug} />
    </main>
  )
}

/** Below the lesson, and no part of it: for a class. */
async function OnPaper({ locale, slug }: { locale: Locale; slug: string }) {
  const t = await getTranslations('teach')
  return (
    <p className="mx-auto flex max-w-page flex-wrap gap-x-4 px-gutter text-12 print:hidden">
      {LESSON_PAPERS.filter((paper) => paper === 'sheet').map((paper) => (
        <Link
          key={paper}
          href={localePath(locale, `/learn/${slug}/${paper}`)}
          prefetch={false}
          className="inline-flex min-h-6 items-center max-tablet:min-h-10"
        >
          {t(`paper.${paper}`)}
        </Link>
      ))}
    </p>
  )
}
