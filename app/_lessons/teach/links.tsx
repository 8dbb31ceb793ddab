import Link from 'next/link'
import { type Locale, localePath } from '@/lib/i18n/routing'
import type { Lesson, LessonStep } from '@/lib/lessons/lesson'
import { LESSON_PAPERS } from '../paper/papers'
import type { TeachWords } from './words'

/** For what holds these links: on each of them it would make the page a tenth larger. */
export const HOLDS_LINKS = '[&_a]:inline-flex [&_a]:min-h-6 [&_a]:items-center max-tablet:[&_a]:min-h-10'

interface Props {
  lesson: Lesson
  locale: Locale
  words: TeachWords
}

/** Opens the lesson there, and offers to set its scene. */
export function StepLink({ lesson, step, locale, words }: Props & { step: LessonStep }) {
  return (
    <Link href={localePath(locale, `/learn/${lesson.slug}?step=${step.id}&scene`)} prefetch={false}>
      {words.own(lesson)(`step.${step.id}.title`)}
    </Link>
  )
}

export function LessonLink({ lesson, locale, words }: Props) {
  return (
    <Link href={localePath(locale, `/learn/${lesson.slug}`)} prefetch={false}>
      {`${lesson.id} ${words.own(lesson)('short')}`}
    </Link>
  )
}

/** The sheet and the key: each says of which lesson, to who hears it alone. */
export function PaperLinks({ lesson, locale, words }: Props) {
  return (
    <span className="flex flex-wrap gap-x-3 text-13 font-normal">
      {LESSON_PAPERS.map((paper) => (
        <Link key={paper} href={localePath(locale, `/learn/${lesson.slug}/${paper}`)} prefetch={false}>
          <span>{words.teach(`paper.${paper}`)}</span>
          <span className="sr-only">{`: ${words.own(lesson)('short')}`}</span>
        </Link>
      ))}
    </span>
  )
}
