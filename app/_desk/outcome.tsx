'use client' // says what came of an act
import { useEffect } from 'react'
import { type Answer, isOk } from '@/app/_live/requests/http'
import { sayOnly } from '@/app/_live/state/told'
import { useText } from '@/lib/i18n/client'

/** Takes no room until there is something to say; then a bar beside it. */
export const OUTCOME = 'border-l-3 border-ink pl-2.5 wrap-anywhere empty:hidden'

interface Props {
  /** null: nothing was asked yet. */
  answer: Answer | null
  /** What to say when it was done. */
  done: string
  /** In place of the usual words, where this act has better ones for a refusal. */
  refused?: string
}

/** A refusal is an answer too: its status and code, and in words what it means here. */
export function Outcome({ answer, done, refused }: Props) {
  const t = useText('acts')
  // What was done is told as it comes by the event stream; a refusal is in no stream.
  useEffect(() => {
    if (answer && !isOk(answer)) sayOnly(refused ?? usual(t, answer))
  }, [answer])
  return (
    <p className={OUTCOME}>
      {answer && (isOk(answer) ? done : <Refused answer={answer} words={refused ?? usual(t, answer)} />)}
    </p>
  )
}

function Refused({ answer: { status, code }, words }: { answer: Answer; words: string }) {
  return (
    <>
      <b className="font-mono">{[status || '–', code].filter(Boolean).join(' ')}</b>
      <span>{` ${words}`}</span>
    </>
  )
}

export function usual(t: ReturnType<typeof useText>, { status, code, retryAfter }: Answer): string {
  if (status === 0) return t('refused.none')
  const key = `refused.${code}`
  return t(code && t.has(key) ? key : 'refused.other', { n: retryAfter ?? 1 })
}
