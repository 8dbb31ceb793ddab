'use client' // says what the reader said and did
import type { ReactNode } from 'react'
import { useLocale, useText } from '@/lib/i18n/client'
import { localePath } from '@/lib/i18n/routing'
import { cellAddress } from '@/lib/labs/cell-address'
import { laneAsked } from '@/lib/lessons/asked'
import { judge } from '@/lib/lessons/fold/judge'
import type { ActStep, CheckStep, LessonStep, PredictStep, ReadStep, SeeStep } from '@/lib/lessons/lesson'
import { type StepRecord, UNKNOWN } from '@/lib/lessons/progress/progress'
import { clockTime } from '@/lib/reading/format'
import { useGoalWords } from '../act/goal-words'
import { useGiven, useOwn, useProgress } from '../use-lesson'
import { useValueWords } from './value-words'

/** A step that is behind, in one line. */
export function DoneLine({ step, record }: { step: LessonStep; record: StepRecord }) {
  const t = useText('learn')
  if (record.how === 'skipped') return <p>{t('you.skipped')}</p>
  if (step.do === 'predict') return <Predicted step={step} record={record} />
  if (step.do === 'act') return <Acted step={step} record={record} />
  if (step.do === 'see') return <Seen step={step} record={record} />
  if (step.do === 'check') return <Checked step={step} record={record} />
  return <Why step={step} />
}

interface Line<Step extends LessonStep> {
  step: Step
  record: StepRecord
}

/** Whether it came so is said when the reader has looked, never before. */
function Predicted({ step, record }: Line<PredictStep>) {
  const t = useText('learn')
  const { lesson, sheet } = useGiven()
  const progress = useProgress()
  const words = useValueWords(step)
  const seen = lesson.steps
    .slice(lesson.steps.indexOf(step))
    .find(({ do: kind }) => kind === 'see' || kind === 'read')
  const isTold = seen !== undefined && progress.steps[seen.id] !== undefined
  const { right, value } = judge(lesson, sheet, progress, step)
  const { choice = UNKNOWN, sure } = record
  return (
    <p>
      <Said lead={t('you.said')}>{choice === UNKNOWN ? t('unsure') : words(choice)}</Said>
      <span>{sure ? `${t(`you.sure.${sure}`)} ` : '. '}</span>
      {isTold && value !== null && (
        <Measured step={step} value={value}>
          {choice === right ? t('you.held') : t('you.otherwise', { right: words(right ?? value) })}
        </Measured>
      )}
    </p>
  )
}

function Acted({ step, record: { how, pin } }: Line<ActStep>) {
  const t = useText('learn')
  const locale = useLocale()
  const words = useGoalWords(pin)
  const time = pin && clockTime(pin.at, locale)
  return (
    <p>
      <span>{`${words(step.goal)} `}</span>
      <b className="font-semibold text-ink">{t(how === 'shown' ? 'you.shown' : 'you.counted')}</b>
      {time && <span className="text-ink-3">{` ${time}`}</span>}
    </p>
  )
}

function Seen({ step, record }: Line<SeeStep>) {
  const t = useText('learn')
  const { lesson, sheet } = useGiven()
  const words = useValueWords(step)
  const { right, value, elsewhere } = judge(lesson, sheet, useProgress(), step)
  const { choice = UNKNOWN } = record
  const whose = 'reading' in step.asks ? 'exchange' : 'run'
  return (
    <p>
      <Said lead={t(choice === UNKNOWN ? 'you.said' : 'you.saw')}>
        {choice === UNKNOWN ? t('cannot-tell') : words(choice)}
      </Said>
      <span>{'. '}</span>
      <span>
        {value === null
          ? t('wrong.nothing')
          : choice === right
            ? t(`you.your-${whose}`)
            : t(`you.your-${whose}-but`, { own: words(right ?? value) })}
      </span>
      {elsewhere !== null && <span>{` ${t('you.own-differs', { right: words(elsewhere) })}`}</span>}
    </p>
  )
}

/** What there is to say to an answer stays in sight: it is what follows from the lesson. */
function Checked({ step, record: { choice = UNKNOWN } }: Line<CheckStep>) {
  const t = useText('learn')
  const own = useOwn()
  const { lesson, sheet } = useGiven()
  const words = useValueWords(step)
  const { right, value, of } = judge(lesson, sheet, useProgress(), step)
  const reply = (of: string) => own(`step.${step.id}.reply.${of}`)
  const but = of === 'lab' ? 'you.right-but' : 'you.your-exchange-but'
  return (
    <>
      <p>{own(`step.${step.id}.title`)}</p>
      <p className="mt-1">
        <Said lead={t('you.said')}>{words(choice)}</Said>
        <span>{'. '}</span>
        {value !== null && (
          <Measured step={step} value={value}>
            {choice === right
              ? t(of === 'lab' ? 'you.right' : 'you.your-exchange')
              : t(but, { right: words(right ?? value), own: words(right ?? value) })}
          </Measured>
        )}
      </p>
      <p className="mt-1 leading-text">{reply(choice)}</p>
      {right !== null && choice !== right && <p className="mt-1 leading-text">{reply(right)}</p>}
    </>
  )
}

/** What a lab has measured leads to the cell that says so. */
function Measured({ step: { asks }, value, children }: MeasuredProps) {
  const locale = useLocale()
  if ('reading' in asks) return <span>{children}</span>
  const address = cellAddress({ ...asks, lane: laneAsked(asks, value) })
  // No link of the router: after it the cell would not be the target, and not be marked.
  return <a href={localePath(locale, address)}>{children}</a>
}

interface MeasuredProps {
  step: PredictStep | CheckStep
  value: string
  children: ReactNode
}

/** Read once, it can be opened again. */
function Why({ step }: { step: ReadStep }) {
  const own = useOwn()
  const { linked } = useGiven()
  return (
    <details>
      <summary className="min-h-6 cursor-pointer max-tablet:min-h-10">{own(`step.${step.id}.title`)}</summary>
      <p className="mt-1 leading-text">{linked[step.id] ?? own(`step.${step.id}.text`)}</p>
    </details>
  )
}

const Said = ({ lead, children }: { lead: string; children: ReactNode }) => (
  <>
    <span>{`${lead} `}</span>
    <b className="font-semibold text-ink">{children}</b>
  </>
)
