/** A lesson on paper: the same questions twice, and the answers only for who teaches. Made on the server. */
import Link from 'next/link'
import { PrintButton } from '@/app/_labs/print-button'
import { type Locale, localePath } from '@/lib/i18n/routing'
import { keyOf } from '@/lib/lessons/key'
import type { Lesson } from '@/lib/lessons/lesson'
import { stepSpans } from '@/lib/lessons/times'
import { KeyStep } from './key-step'
import { LESSON_PAPERS, type LessonPaperKind } from './papers'
import { SheetStep } from './sheet-step'
import type { PaperWords } from './words'
import { WriteLines } from './write-lines'

export interface LessonPaperProps {
  lesson: Lesson
  paper: LessonPaperKind
  locale: Locale
  words: PaperWords
}

export function LessonPaper(props: LessonPaperProps) {
  const { lesson, paper, words } = props
  const { own, learn, teach } = words
  const isSheet = paper === 'sheet'
  return (
    <>
      <Bar {...props} />
      <p className="text-13 text-ink-2">{`${lesson.id} · ${teach(`paper.${paper}`)}`}</p>
      <h1 className="mt-1 text-28 leading-tight tracking-tight text-balance ko:tracking-normal print:text-20">
        {own('title')}
      </h1>
      {isSheet && <p className="pt-3 whitespace-pre-wrap">{teach('paper.name')}</p>}
      <p className="mt-2 leading-text text-ink-2 print:text-13">{own('lead')}</p>
      <p className="mt-1 text-13 text-ink-3">
        {isSheet
          ? learn('minutes', { n: lesson.minutes.alone })
          : teach('paper.minutes', { alone: lesson.minutes.alone, class: lesson.minutes.class })}
      </p>
      <ol className="mt-3 border-b border-line">
        {isSheet
          ? lesson.steps.map((step, i) => <SheetStep key={step.id} step={step} n={i + 1} words={words} />)
          : keySteps(props)}
      </ol>
      {isSheet ? (
        <WriteLines title={teach('paper.keep')} lines={2} />
      ) : (
        <p className="mt-3 break-inside-avoid">
          <span>{`${teach('paper.learned')} `}</span>
          <b className="font-semibold">{own('learned')}</b>
        </p>
      )}
    </>
  )
}

function keySteps({ lesson, locale, words }: LessonPaperProps) {
  const key = keyOf(lesson)
  const spans = stepSpans(lesson)
  return lesson.steps.map((step, i) => (
    <KeyStep
      key={step.id}
      {...{ step, locale, words }}
      n={i + 1}
      span={spans[i]!}
      line={key[step.id] ?? null}
    />
  ))
}

/** The way back, the other paper, and the printer. */
function Bar({ lesson: { slug }, paper, locale, words: { own, learn, teach } }: LessonPaperProps) {
  const other = LESSON_PAPERS.find((one) => one !== paper)!
  const links = [
    [`/learn/${slug}`, teach('paper.lesson', { lesson: own('short') })],
    [`/learn/${slug}/${other}`, teach(`paper.${other}`)],
    ['/teach', learn('index.way.teach')],
  ] as const
  return (
    <nav
      aria-label={learn('crumb')}
      className="mb-6 flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-line pb-4 text-13 print:hidden"
    >
      <PrintButton>{teach('paper.print')}</PrintButton>
      {links.map(([path, name]) => (
        <Link
          key={path}
          href={localePath(locale, path)}
          prefetch={false}
          className="inline-flex min-h-6 items-center max-tablet:min-h-10"
        >
          {name}
        </Link>
      ))}
    </nav>
  )
}
