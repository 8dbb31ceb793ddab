import { cx } from '@/app/_ui/cx'
import type { Locale } from '@/lib/i18n/routing'
import { LESSONS, lessonOf } from '@/lib/lessons'
import type { Lesson } from '@/lib/lessons/lesson'
import { spanOf, stepSpans } from '@/lib/lessons/times'
import { HOLDS_LINKS, LessonLink, PaperLinks, StepLink } from './links'
import { spanText } from './minutes'
import type { TeachWords } from './words'

interface Props {
  locale: Locale
  words: TeachWords
}

export function AllLessons(props: Props) {
  return (
    <ul className={cx('w-full border-b border-line', HOLDS_LINKS)}>
      {LESSONS.map((lesson) => (
        <Row key={lesson.id} lesson={lesson} {...props} />
      ))}
    </ul>
  )
}

function Row({ lesson, locale, words }: Props & { lesson: Lesson }) {
  const { teach, own } = words
  const needs = lesson.needs.flatMap((slug) => lessonOf(slug)?.id ?? [])
  return (
    <li className="border-t border-line py-1.5">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <b className="font-semibold">
          <LessonLink lesson={lesson} locale={locale} words={words} />
        </b>
        <span className="text-13 text-ink-2">{spanText(teach, locale, spanOf(lesson))}</span>
        {needs.length > 0 && (
          <span className="text-13 text-ink-3">{teach('lessons.needs', { lessons: needs.join(', ') })}</span>
        )}
        <PaperLinks lesson={lesson} locale={locale} words={words} />
      </div>
      <details>
        <summary className="min-h-6 cursor-pointer text-13 text-ink-2 max-tablet:min-h-10">
          <span>{teach('lessons.steps', { n: lesson.steps.length })}</span>
          <span className="sr-only">{`: ${own(lesson)('short')}`}</span>
        </summary>
        <Steps lesson={lesson} locale={locale} words={words} />
      </details>
    </li>
  )
}

function Steps({ lesson, locale, words }: Props & { lesson: Lesson }) {
  const { teach, learn } = words
  const spans = stepSpans(lesson)
  return (
    <ol className="pb-2 text-14">
      {lesson.steps.map((step, i) => (
        <li key={step.id} className="grid grid-cols-[7rem_minmax(0,1fr)] items-baseline gap-x-3">
          <span className="text-13 text-ink-2 tabular-nums">{spanText(teach, locale, spans[i]!)}</span>
          <span>
            <span className="block text-12 text-ink-3">{learn(`kind.${step.do}`)}</span>
            <StepLink lesson={lesson} step={step} locale={locale} words={words} />
          </span>
        </li>
      ))}
    </ol>
  )
}
