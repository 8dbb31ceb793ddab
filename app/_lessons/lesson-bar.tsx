'use client' // how far it is
import Link from 'next/link'
import { cx } from '@/app/_ui/cx'
import { Icon } from '@/app/_ui/icon'
import { later } from '@/app/_ui/later'
import { useLocale, useText } from '@/lib/i18n/client'
import { localePath } from '@/lib/i18n/routing'
import { useGiven, useOwn, useProgress } from './use-lesson'

const BarActs = later(() => import('./bar-acts').then((file) => file.BarActs))

/** Where one is, and how far. */
export function LessonBar() {
  const t = useText('learn')
  const own = useOwn()
  const locale = useLocale()
  const { lesson, n } = useGiven()
  return (
    <div className="border-b border-line print:border-0">
      <div className="mx-auto flex min-h-11 max-w-page flex-wrap projector:max-w-none items-center gap-x-3 gap-y-1 px-gutter py-1 text-13">
        <nav className="flex items-center gap-2" aria-label={t('crumb')}>
          <Link
            href={localePath(locale, '/learn')}
            prefetch={false}
            className="inline-flex min-h-6 items-center text-ink-2 max-tablet:min-h-10"
          >
            {t('title')}
          </Link>
          <Icon name="chevron" className="size-3 stroke-[1.5]" />
          <b className="font-semibold">{`${n} ${own('short')}`}</b>
        </nav>
        <span className="text-ink-3">{t('minutes', { n: lesson.minutes.alone })}</span>
        <HowFar />
        <span className="ml-auto flex gap-1 print:hidden noscript:hidden">
          <BarActs />
        </span>
      </div>
    </div>
  )
}

function HowFar() {
  const t = useText('learn')
  const { lesson } = useGiven()
  const { steps, now, done } = useProgress()
  const of = lesson.steps.length
  const at = lesson.steps.findIndex(({ id }) => !steps[id])
  const isOver = done && !now
  return (
    <span className="flex items-center gap-3 print:hidden">
      <span aria-hidden="true" className="flex w-55 gap-0.5">
        {lesson.steps.map(({ id }, i) => (
          <span
            key={id}
            className={cx(
              'h-1 flex-1 forced-colors:border forced-colors:border-[CanvasText]',
              steps[id] || isOver
                ? 'bg-ink forced-colors:bg-[CanvasText]'
                : i === at && now
                  ? 'bg-linear-to-r from-ink from-50% to-mark-2 to-50%'
                  : 'bg-mark-2',
            )}
          />
        ))}
      </span>
      <span className="text-ink-3">
        {at < 0 || isOver ? t('progress-all', { of }) : t('progress', { n: at + 1, of })}
      </span>
    </span>
  )
}
