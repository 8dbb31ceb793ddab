import { cx } from '@/app/_ui/cx'
import type { Locale } from '@/lib/i18n/routing'
import type { LessonPlan } from '@/lib/lessons/plan'
import { HOLDS_LINKS, LessonLink } from './links'
import type { TeachWords } from './words'

interface Props {
  plans: readonly LessonPlan[]
  locale: Locale
  words: TeachWords
}

/** Which lessons fit into another time. */
export function OtherPlans({ plans, locale, words }: Props) {
  return (
    <div className={cx('grid gap-5 tablet:grid-cols-3', HOLDS_LINKS)}>
      {plans.map((plan) => (
        <Plan key={plan.minutes} plan={plan} locale={locale} words={words} />
      ))}
    </div>
  )
}

function Plan({
  plan: { minutes, parts, span },
  locale,
  words,
}: Omit<Props, 'plans'> & { plan: LessonPlan }) {
  const { teach, own } = words
  const of = (how: string) => parts.filter((part) => part.how === how).map(({ lesson }) => lesson)
  const told = of('told').map((lesson) => `${lesson.id} ${own(lesson)('short')}`)
  return (
    <section aria-labelledby={`plan-${minutes}`} className="break-inside-avoid border-t border-line pt-2">
      <h3 id={`plan-${minutes}`} className="text-16">
        {teach('others.minutes', { minutes })}
      </h3>
      <p className="text-13 text-ink-3">
        {teach('others.sum', {
          least: span.least / 60,
          most: span.most / 60,
          spare: minutes - span.most / 60,
        })}
      </p>
      <ol className="mt-1 text-14">
        {of('played').map((lesson) => (
          <li key={lesson.id}>
            <LessonLink lesson={lesson} locale={locale} words={words} />
          </li>
        ))}
      </ol>
      {told.length > 0 && (
        <p className="mt-1 text-13 text-ink-2">{teach('others.told', { lessons: told.join(', ') })}</p>
      )}
    </section>
  )
}
