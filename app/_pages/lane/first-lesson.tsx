import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { loadMessages } from '@/lib/i18n/messages'
import { type Locale, localePath } from '@/lib/i18n/routing'
import { textOf } from '@/lib/i18n/text'
import { lessonOf } from '@/lib/lessons'
import { pageOf } from '@/lib/site/pages'
import type { StrategyName } from '@/lib/strategies/strategy'

/** Slugs of the lessons with which each lane begins. */
export const FIRST: Record<StrategyName, string> = {
  cookie: 'l02-first-cookie',
  session: 'l06-server-session',
  jwt: 'l09-anatomy-of-a-jwt',
}

/** Beside what the lane is about. */
export async function FirstLesson({ strategy, locale }: { strategy: StrategyName; locale: Locale }) {
  const lesson = lessonOf(FIRST[strategy])
  if (!lesson || !pageOf('learn')) return null
  const t = await getTranslations('lane')
  const name = `lesson-${lesson.slug}` as const
  const own = textOf(name, (await loadMessages(locale, [name]))[name], locale)
  return (
    <Link
      href={localePath(locale, `/learn/${lesson.slug}`)}
      prefetch={false}
      className="whitespace-nowrap print:hidden"
    >
      {t('lesson', { name: own('short') })}
    </Link>
  )
}
