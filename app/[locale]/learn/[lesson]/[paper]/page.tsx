import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { LessonPaper } from '@/app/_lessons/paper/lesson-paper'
import { isLessonPaper } from '@/app/_lessons/paper/papers'
import { paperWords } from '@/app/_lessons/paper/words'
import type { Locale } from '@/lib/i18n/routing'
import { lessonOf } from '@/lib/lessons'

interface Props {
  params: Promise<{ locale: Locale; lesson: string; paper: string }>
}

/** To be found from its lesson, not from a search engine. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, lesson: slug, paper } = await params
  const lesson = lessonOf(slug)
  if (!lesson || !isLessonPaper(paper)) {
    const shell = await getTranslations({ locale, namespace: 'shell' })
    return { title: shell('not-found.title') }
  }
  const { own, teach } = await paperWords(locale, lesson)
  return { title: `${teach(`paper.${paper}`)}: ${own('title')}`, robots: { index: false } }
}

export default async function Page({ params }: Props) {
  const { locale, lesson: slug, paper } = await params
  setRequestLocale(locale)
  const lesson = lessonOf(slug)
  if (!lesson || !isLessonPaper(paper)) notFound()
  return (
    <main id="main" className="mx-auto max-w-220 px-gutter pt-6 pb-12">
      <LessonPaper {...{ lesson, paper, locale }} words={await paperWords(locale, lesson)} />
    </main>
  )
}
