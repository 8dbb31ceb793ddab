'use client'
// A form of the method GET: without JavaScript the answers come in the address all the same.
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { cx } from '@/app/_ui/cx'
import { Segments } from '@/app/_ui/segments'
import {
  type GivenAnswers,
  numberOf,
  QUESTIONS,
  type Question,
  type QuestionId,
} from '@/lib/choose/questions'
import { useText } from '@/lib/i18n/client'

interface Props {
  answers: GivenAnswers
  answer: (answers: GivenAnswers) => void
  wrong: QuestionId | null
}

const MODES = ['all', 'steps'] as const

export function Questions({ answers, answer, wrong }: Props) {
  const t = useText('choose')
  const [mode, setMode] = useState<(typeof MODES)[number]>('all')
  const [at, setAt] = useState(0)
  const shown = mode === 'all' ? QUESTIONS : [QUESTIONS[at]!]
  return (
    <div className="grid min-w-0 gap-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 id="questions" className="mr-auto text-20 leading-tight">
          {t('questions')}
        </h2>
        <Segments
          name="mode"
          label={t('mode.label')}
          segments={MODES.map((id) => ({ id, label: t(`mode.${id}`) }))}
          chosen={mode}
          choose={setMode}
          className="noscript:hidden print:hidden"
        />
      </div>
      <form method="get" className="grid min-w-0 gap-4" aria-labelledby="questions">
        {wrong && (
          <p role="alert" className="border-l-2 border-ink pl-3 font-semibold">
            {t('wrong', { n: numberOf(wrong) })}
          </p>
        )}
        {shown.map((question) => (
          <Ask key={question.id} question={question} answers={answers} answer={answer} />
        ))}
        {mode === 'steps' && <Steps at={at} go={setAt} />}
        <div className="flex flex-wrap gap-2 print:hidden">
          <Button look="quiet" className="noscript:hidden" onClick={() => answer({})}>
            {t('clear')}
          </Button>
          <div className="hidden noscript:block">
            <Button type="submit" look="solid">
              {t('show')}
            </Button>
          </div>
        </div>
      </form>
    </div>
  )
}

interface AskProps {
  question: Question
  answers: GivenAnswers
  answer: (answers: GivenAnswers) => void
}

function Ask({ question: { id, answers: choices }, answers, answer }: AskProps) {
  const t = useText('choose')
  const give = (given: string | null) => {
    const { [id]: _, ...others } = answers
    answer(given === null ? others : { ...others, [id]: given })
  }
  const text = (choice: string | null) => (choice === null ? t('open') : t(`answer.${id}.${choice}`))
  return (
    <fieldset className="min-w-0 print:break-inside-avoid">
      <legend className="w-full border-t border-line pt-3 pb-1.5 text-16 font-semibold">
        {`${numberOf(id)}. ${t(`ask.${id}`)}`}
      </legend>
      {[...choices, null].map((choice) => (
        <label
          key={choice}
          className={cx(
            'flex min-h-7.5 items-center gap-2.5 rounded-1 px-1.5 py-1 leading-ui hover:bg-mark-1 max-tablet:min-h-10',
            choice === null ? 'text-ink-3' : 'has-checked:bg-mark-2 has-checked:font-medium',
          )}
        >
          <input
            type="radio"
            name={id}
            value={choice ?? ''}
            checked={(answers[id] ?? null) === choice}
            onChange={() => give(choice)}
            className="size-4 flex-none"
          />
          <span>{text(choice)}</span>
        </label>
      ))}
    </fieldset>
  )
}

function Steps({ at, go }: { at: number; go: (at: number) => void }) {
  const t = useText('choose')
  const last = QUESTIONS.length - 1
  return (
    <div className="flex items-center gap-2 print:hidden">
      <Button off={at === 0} onClick={() => go(at - 1)}>
        {t('previous')}
      </Button>
      <Button look="solid" off={at === last} onClick={() => go(at + 1)}>
        {t('next')}
      </Button>
      <span role="status" className="text-13 text-ink-2">
        {t('n-of', { n: at + 1, of: QUESTIONS.length })}
      </span>
    </div>
  )
}
