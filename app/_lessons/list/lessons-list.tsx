'use client' // what was done is known to this browser only
import Link from 'next/link'
import { useEffect } from 'react'
import { buttonClass } from '@/app/_ui/button'
import { cx } from '@/app/_ui/cx'
import { Icon } from '@/app/_ui/icon'
import { useLocale, useText } from '@/lib/i18n/client'
import { localePath } from '@/lib/i18n/routing'
import { type LessonProgress, NOT_BEGUN, type Progress } from '@/lib/lessons/progress/progress'
import { openProgress } from '../kept/open-progress'
import { useKeptLessons } from '../kept/progress-store'
import type { LessonRow } from './lesson-row'

/** All that can be played, in order, and where to go on. */
export function LessonsList({ rows }: { rows: readonly LessonRow[] }) {
  const t = useText('learn')
  const { progress, known, keeps } = useKeptLessons()
  useEffect(openProgress, [])
  const next = rows.find(({ id }) => !isDone(progress[id]))
  return (
    <>
      <GoOn rows={rows} progress={progress} next={next} />
      <ol aria-label={t('index.list')} className="border-b border-line">
        {rows.map((row) => (
          <Row
            key={row.id}
            row={row}
            progress={progress[row.id] ?? NOT_BEGUN}
            isNext={known && row === next}
          />
        ))}
      </ol>
      <p className="pt-3 text-13 text-ink-2">{t(keeps ? 'index.kept' : 'index.not-kept')}</p>
    </>
  )
}

const isDone = (progress: LessonProgress | undefined): boolean => progress?.done ?? false

interface GoOnProps {
  rows: readonly LessonRow[]
  progress: Progress
  next: LessonRow | undefined
}

/** The one heavy button: the first lesson that is not done. */
function GoOn({ rows, progress, next }: GoOnProps) {
  const t = useText('learn')
  const locale = useLocale()
  const hasBegun = rows.some(({ id }) => Object.keys(progress[id]?.steps ?? {}).length > 0)
  const minutes = rows.reduce((sum, row) => sum + row.minutes, 0)
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 pb-5 print:hidden">
      {next ? (
        <Link
          href={localePath(locale, `/learn/${next.slug}`)}
          prefetch={false}
          className={buttonClass({ look: 'solid' })}
        >
          {t(hasBegun ? 'index.go-on' : 'index.begin', { lesson: next.short })}
        </Link>
      ) : (
        <p className="font-semibold">{t('index.again')}</p>
      )}
      <span className="text-13 text-ink-2">{t('index.total', { n: rows.length, minutes })}</span>
    </div>
  )
}

interface RowProps {
  row: LessonRow
  progress: LessonProgress
  isNext: boolean
}

/** The title is the link; the row around it says what it costs and how far it is. */
function Row({ row, progress, isNext }: RowProps) {
  const t = useText('learn')
  const locale = useLocale()
  return (
    <li
      className={cx(
        'grid grid-cols-[2.25rem_minmax(0,1fr)_auto] items-baseline gap-x-3 gap-y-0.5 border-t py-3 max-tablet:grid-cols-[2.25rem_minmax(0,1fr)]',
        isNext ? 'border-t-2 border-ink' : 'border-line',
      )}
    >
      <span className="font-mono text-20 leading-tight text-ink-3" aria-hidden="true">
        {row.n}
      </span>
      <div className="min-w-0">
        <h2 className="text-16 leading-ui font-semibold">
          <Link
            href={localePath(locale, `/learn/${row.slug}`)}
            prefetch={false}
            className="inline-flex min-h-6 items-center no-underline hover:underline max-tablet:min-h-10"
          >
            {row.title}
          </Link>
        </h2>
        <p className="flex flex-wrap gap-x-3 text-13 text-ink-2">
          <span>{row.short}</span>
          <span>{t('minutes', { n: row.minutes })}</span>
          <span>
            {row.needs.length > 0
              ? t('index.needs', { lessons: row.needs.join(', ') })
              : t('index.needs-nothing')}
          </span>
          <span>{t('index.settles', { n: row.settles })}</span>
        </p>
      </div>
      <p className="text-13 max-tablet:col-start-2">
        <State row={row} progress={progress} />
      </p>
    </li>
  )
}

/** New, under way, or done; what was skipped or shown is told apart. */
function State({ row, progress: { steps, done, now } }: Omit<RowProps, 'isNext'>) {
  const t = useText('learn')
  const records = row.steps.flatMap((id) => steps[id] ?? [])
  const count = (how: string) => records.filter((record) => record.how === how).length
  const [skipped, shown] = [count('skipped'), count('shown')]
  if (!done && records.length === 0 && !now) return <span className="text-ink-3">{t('state.new')}</span>
  if (!done)
    return (
      <b className="font-semibold">{t('state.under-way', { n: records.length + 1, of: row.steps.length })}</b>
    )
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <span className="flex items-center gap-1.5 font-semibold">
        <Icon name="check" className="size-3.5 stroke-2" />
        {t('state.done')}
      </span>
      {skipped > 0 && <span className="text-ink-2">{t('state.skipped', { n: skipped })}</span>}
      {shown > 0 && <span className="text-ink-2">{t('state.shown', { n: shown })}</span>}
    </span>
  )
}
