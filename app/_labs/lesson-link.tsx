import Link from 'next/link'
import { loadMessages } from '@/lib/i18n/messages'
import { type Locale, localePath } from '@/lib/i18n/routing'
import { type Text, textOf } from '@/lib/i18n/text'
import type { Lab } from '@/lib/labs/lab'
import { LESSONS, numberIn } from '@/lib/lessons'
import { pageOf } from '@/lib/site/pages'

interface Props {
  lab: Lab
  locale: Locale
  labs: Text
  className: string
}

/** To the lesson of the curriculum that this lab belongs to, once there is one. */
export async function LessonLink({ lab, locale, labs, className }: Props) {
  const lesson = LESSONS.find((one) => numberIn(one) === lab.lesson[0])
  if (!lesson || !pageOf('learn')) return null
  const name = `lesson-${lesson.slug}` as const
  const own = textOf(name, (await loadMessages(locale, [name]))[name], locale)
  return (
    <Link href={localePath(locale, `/learn/${lesson.slug}`)} prefetch={false} className={className}>
      {labs('lesson', { name: own('short') })}
    </Link>
  )
}
