'use client' // each kind of step asks for something else
import { Button } from '@/app/_ui/button'
import { later } from '@/app/_ui/later'
import { useText } from '@/lib/i18n/client'
import type { CheckStep, LessonStep, PredictStep, ReadStep, SeeStep } from '@/lib/lessons/lesson'
import { readStep, say } from '../kept/answers'
import { useGiven, useOwn, useProgress } from '../use-lesson'
import { Question } from './question'
import { StepRow } from './step-row'
import { StepTitle } from './step-title'
import { titleId } from './title-id'

// Before the first answer there is nothing behind, and nothing to do.
const DoneLine = later(
  () => import('./done-line').then((file) => file.DoneLine),
  () => <p className="min-h-5" />,
)
const ActParts = later(
  () => import('../act/act-parts').then((file) => file.ActParts),
  () => <div className="min-h-20" />,
)

/** Behind: one line. Under way: open. Later: that there is one. */
export function Step({ step, current }: { step: LessonStep; current: boolean }) {
  const t = useText('learn')
  const record = useProgress().steps[step.id]
  const kind = t(`kind.${step.do}`)
  if (record)
    return (
      <StepRow look="done" kind={kind}>
        <DoneLine step={step} record={record} />
      </StepRow>
    )
  return (
    <StepRow look={current ? 'now' : 'later'} kind={kind}>
      {current ? <Open step={step} /> : <p>{t(`later.${step.do}`)}</p>}
    </StepRow>
  )
}

function Open({ step }: { step: LessonStep }) {
  if (step.do === 'act')
    return (
      <div className="grid gap-2.5">
        <StepTitle step={step} />
        <ActParts step={step} />
      </div>
    )
  if (step.do === 'read') return <Why step={step} />
  return step.do === 'see' ? <See step={step} /> : <Asked step={step} />
}

function Asked({ step }: { step: PredictStep | CheckStep }) {
  const given = useGiven()
  return (
    <Question
      key={step.id}
      step={step}
      say={(choice, sure) => void say(given, { step: step.id, choice, sure })}
    />
  )
}

/** Who has seen wrong looks again: what was said is struck, and the lines that tell it are marked. */
function See({ step }: { step: SeeStep }) {
  const t = useText('learn')
  const given = useGiven()
  const tried = useProgress().now?.tried ?? []
  return (
    <Question
      key={step.id}
      step={step}
      tried={tried}
      say={(choice) => void say(given, { step: step.id, choice })}
    >
      <p role="status" className="border-l-3 border-ink bg-mark-1 px-2.5 py-1.5 empty:hidden">
        {tried.length > 0 && t('reading' in step.asks ? 'wrong.see' : 'wrong.see-run')}
      </p>
    </Question>
  )
}

function Why({ step }: { step: ReadStep }) {
  const t = useText('learn')
  const own = useOwn()
  const { lesson, linked } = useGiven()
  return (
    <div className="grid justify-items-start gap-2.5">
      <h2
        id={titleId(step.id)}
        tabIndex={-1}
        className="scroll-mt-16 text-16 leading-ui font-semibold outline-none"
      >
        {own(`step.${step.id}.title`)}
      </h2>
      <p className="leading-text">{linked[step.id] ?? own(`step.${step.id}.text`)}</p>
      <Button look="solid" onClick={() => void readStep(lesson, step.id)}>
        {t('answer.read')}
      </Button>
    </div>
  )
}
