'use client' // what was done is known to this browser only
import Link from 'next/link'
import { useEffect } from 'react'
import { PrintButton } from '@/app/_labs/print-button'
import { later } from '@/app/_ui/later'
import { useLocale, useText } from '@/lib/i18n/client'
import { localePath } from '@/lib/i18n/routing'
import type { Progress } from '@/lib/lessons/progress/progress'
import { openProgress } from '../kept/open-progress'
import { useKeptLessons } from '../kept/progress-store'
import { Forget } from './forget'
import { LessonRecord } from './lesson-record'
import type { RecordLesson } from './record-given'

const TakeAlong = later(() => import('./take-along').then((file) => file.TakeAlong))
const Bring = later(() => import('./bring').then((file) => file.Bring))

/** Needs no sandbox: this outlives it. */
export function LearnRecord({ lessons }: { lessons: readonly RecordLesson[] }) {
  const t = useText('record')
  const learn = useText('learn')
  const { progress, known, keeps } = useKeptLessons()
  useEffect(openProgress, [])
  const begun = lessons.filter(({ id }) => isBegun(progress, id))
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-8 laptop:grid-cols-[minmax(0,1fr)_24rem] noscript:hidden print:block">
      <div>
        {known && begun.length === 0 ? (
          <Nothing />
        ) : (
          <>
            <p className="flex flex-wrap items-center gap-4 text-13 text-ink-2 print:hidden">
              <PrintButton>{t('print')}</PrintButton>
              <span>{learn(keeps ? 'index.kept' : 'index.not-kept')}</span>
            </p>
            <p className="hidden pb-2 whitespace-pre-wrap print:block">{t('name')}</p>
            {begun.map((lesson) => (
              <LessonRecord key={lesson.id} lesson={lesson} progress={progress[lesson.id]!} />
            ))}
          </>
        )}
      </div>
      <div className="grid content-start gap-8 print:hidden">
        {begun.length > 0 && <TakeAlong progress={progress} />}
        <Bring lessons={lessons} />
        {begun.length > 0 && <Forget />}
      </div>
    </div>
  )
}

const isBegun = (progress: Progress, id: string) => {
  const lesson = progress[id]
  return lesson !== undefined && (lesson.done || Object.keys(lesson.steps).length > 0)
}

function Nothing() {
  const t = useText('record')
  const locale = useLocale()
  return (
    <p className="flex flex-wrap items-baseline gap-x-4">
      <span>{t('nothing')}</span>
      <Link
        href={localePath(locale, '/learn')}
        prefetch={false}
        className="inline-flex min-h-6 items-center max-tablet:min-h-10"
      >
        {t('begin')}
      </Link>
    </p>
  )
}
