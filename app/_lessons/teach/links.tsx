import Link from 'next/link'
import { type Locale, localePath } from '@/lib/i18n/routing'
import type { Lesson, LessonStep } from '@/lib/lessons/lesson'
import { LESSON_PAPERS } from '../paper/papers'
import type { TeachWords } from './words'

const LINK = 'inline-flex min-h-6 items-center max-tablet:min-h-10'

interface Props {
  lesson: Lesson
  locale: Locale
  words: TeachWords
}

/** Opens the lesson there, and offers to set its scene. */
export function StepLink({ lesson, step, locale, words }: Props & { step: LessonStep }) {
  return (
    <Link
      href={localePath(locale, `/learn/${lesson.slug}?step=${step.id}&scene`)}
      prefetch={false}
      className={LINK}
    >
      {words.own(lesson)(`step.${step.id}.title`)}
    </Link>
  )
}

export function LessonLink({ lesson, locale, words }: Props) {
  return (
    <Link href={localePath(locale, `/learn/${lesson.slug}`)} prefetch={false} className={LINK}>
      {`${lesson.id} ${words.own(lesson)('short')}`}
    </Link>
  )
}

/** The sheet and the key: each says of which lesson, to who hears it alone. */
export function PaperLinks({ lesson, locale, words }: Props) {
  return (
    <span className="flex flex-wrap gap-x-3 text-13 font-normal">
      {LESSON_PAPERS.map((paper) => (
        <Link
          key={paper}
          href={localePath(locale, `/learn/${lesson.slug}/${paper}`)}
          prefetch={false}
          className={LINK}
        >
          <span>{words.teach(`paper.${paper}`)}</span>
          <span className="sr-only">{`: ${words.own(lesson)('short')}`}</span>
        </Link>
      ))}
    </span>
  )
}
