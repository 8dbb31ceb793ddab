'use client' // keeps what is chosen until it is said
import { type ReactNode, useId, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { later } from '@/app/_ui/later'
import { Segments } from '@/app/_ui/segments'
import { useText } from '@/lib/i18n/client'
import { choiceId, type LessonStep } from '@/lib/lessons/lesson'
import { SURENESS, type Sureness, UNKNOWN } from '@/lib/lessons/progress/progress'
import { skipStep } from '../kept/answers'
import { useGiven, useOwn } from '../use-lesson'
import { Choices } from './choices'
import { StepTitle } from './step-title'

const PlayForMe = later(() => import('./play-for-me').then((file) => file.PlayForMe))

interface Props {
  step: Extract<LessonStep, { between: unknown }>
  /** What was said before and was not it. */
  tried?: readonly string[]
  say(choice: string, sure?: Sureness): void
  children?: ReactNode
}

/** One question, its choices and one button. Who does not know says so. */
export function Question({ step, tried = [], say, children }: Props) {
  const t = useText('learn')
  const own = useOwn()
  const { lesson } = useGiven()
  const id = useId()
  const [chosen, choose] = useState<string | null>(null)
  const [sure, setSure] = useState<Sureness | null>(null)
  const asksSure = step.do === 'predict' && chosen !== UNKNOWN
  const rows = [
    ...step.between.map(choiceId).map((choice) => ({
      id: choice,
      label: own(`step.${step.id}.choice.${choice}`),
      not: tried.includes(choice) ? t('wrong.tried') : undefined,
    })),
    ...(step.do === 'check' ? [] : [{ id: UNKNOWN, label: t(step.do === 'see' ? 'cannot-tell' : 'unsure') }]),
  ]
  return (
    <form
      className="grid gap-2.5"
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen) say(chosen, asksSure && sure ? sure : undefined)
      }}
    >
      <StepTitle step={step} id={id} />
      <Choices name={id} labelledBy={id} choices={rows} chosen={chosen} choose={choose} />
      {children}
      {asksSure && <Sure sure={sure} choose={setSure} />}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <Button type="submit" look="solid" off={chosen === null} aria-describedby={`${id}-with`}>
          {t(`answer.${step.do}`)}
        </Button>
        <Button look="quiet" size="sm" onClick={() => void skipStep(lesson, step.id)}>
          {t('act.skip')}
        </Button>
        {step.do === 'see' && <PlayForMe step={step} />}
        <p id={`${id}-with`} className="min-w-0 flex-1 basis-40 text-12 text-ink-3">
          {t(chosen === null ? 'answer.choose-first' : `answer.with.${comparedWith(step)}`)}
        </p>
      </div>
    </form>
  )
}

function Sure({ sure, choose }: { sure: Sureness | null; choose(sure: Sureness): void }) {
  const t = useText('learn')
  const id = useId()
  return (
    <fieldset className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <legend className="sr-only">{t('sure.label')}</legend>
      <span aria-hidden="true" className="text-13 text-ink-2">
        {t('sure.label')}
      </span>
      <Segments
        name={id}
        segments={SURENESS.map((one) => ({ id: one, label: t(`sure.${one}`) }))}
        chosen={sure}
        choose={choose}
      />
    </fieldset>
  )
}

/** Never with a text of the lesson. */
function comparedWith({ do: kind, asks }: Props['step']): string {
  if ('ownRun' in asks) return 'run'
  if (!('reading' in asks)) return 'lab'
  return kind === 'predict' ? 'exchanges-to-come' : 'exchanges'
}
