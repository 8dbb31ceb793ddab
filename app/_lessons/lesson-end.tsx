'use client' // what is to be kept is said when the lesson is done
import Link from 'next/link'
import { buttonClass } from '@/app/_ui/button'
import { later } from '@/app/_ui/later'
import { useLocale, useText } from '@/lib/i18n/client'
import { localePath } from '@/lib/i18n/routing'
import { END, titleId } from './steps/title-id'
import { useGiven, useOwn, useProgress } from './use-lesson'

const OnceMore = later(() => import('./once-more').then((file) => file.OnceMore))

export function LessonEnd() {
  const { lesson, settles } = useGiven()
  const { steps, now, done } = useProgress()
  const isOver = (done && !now) || lesson.steps.every(({ id }) => steps[id])
  return (
    <div className="border-t border-line py-2.5 pb-8 text-13 tablet:col-start-1">
      {isOver && <Learned />}
      <div>{settles}</div>
    </div>
  )
}

function Learned() {
  const t = useText('learn')
  const own = useOwn()
  const locale = useLocale()
  const { next } = useGiven()
  return (
    <section aria-labelledby={titleId(END)} className="pb-4">
      <h2 id={titleId(END)} tabIndex={-1} className="pt-1 text-12 font-semibold text-ink-2 outline-none">
        {t('next.done')}
      </h2>
      <p className="mt-1 text-20 leading-ui font-semibold">{own('learned')}</p>
      <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        {next && (
          <Link
            href={localePath(locale, `/learn/${next.slug}`)}
            prefetch={false}
            className={buttonClass({ look: 'solid' })}
          >
            {t('next.lesson', { lesson: next.title })}
          </Link>
        )}
        <Link
          href={localePath(locale, '/learn')}
          prefetch={false}
          className="inline-flex min-h-6 items-center max-tablet:min-h-10"
        >
          {t('next.list')}
        </Link>
        <OnceMore />
      </div>
    </section>
  )
}
