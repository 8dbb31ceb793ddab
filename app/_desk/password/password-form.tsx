'use client' // what is typed stays when the sign-in ends
import { type FormEvent, useId, useState } from 'react'
import { type Answer, isOk } from '@/app/_live/requests/http'
import { useLive } from '@/app/_live/state/store'
import { ActButton, useWhyOff } from '@/app/_notices/act-button'
import { InLine } from '@/app/_notices/in-line'
import { FIELD } from '@/app/_ui/card/field'
import { useText } from '@/lib/i18n/client'
import type { StrategyName } from '@/lib/strategies/strategy'
import { Outcome } from '../outcome'
import { changePassword } from './change-password'
import { forgetDraft, usePasswordDraft } from './password-draft'

const SHORTEST = 12

export function PasswordForm({ strategy }: { strategy: StrategyName }) {
  const t = useText('acts')
  const device = useLive((live) => live.device)
  const customer = useLive((live) => live.shops[strategy][device].customer)
  const draft = usePasswordDraft()
  const told = useText('told')
  const off = useWhyOff()
  const [answer, setAnswer] = useState<Answer | null>(null)
  const isTyped = draft.current !== '' && draft.next.length >= SHORTEST
  const why = off ?? (customer ? (isTyped ? null : t('password.both', { n: SHORTEST })) : told('off.sign-in'))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    // What is off can still be submitted with the Enter key of a field.
    if (why) return
    const given = await changePassword(strategy, device, draft)
    setAnswer(given)
    if (given && isOk(given)) forgetDraft()
  }
  const typed = draft.current !== '' || draft.next !== ''
  return (
    <form className="grid gap-1.5" onSubmit={(event) => void submit(event)}>
      <p className="text-ink-2">{t(`password.does.${strategy}`)}</p>
      <Field name="current" label={t('password.current')} autoComplete="current-password" />
      <Field name="next" label={t('password.next', { n: SHORTEST })} autoComplete="new-password" />
      <ActButton type="submit" className="mt-1" why={why}>
        <span>{t('password.change')}</span>
      </ActButton>
      {!customer && <p>{t(typed ? 'password.kept' : 'password.sign-in')}</p>}
      <InLine strategy={strategy} />
      <Outcome
        answer={answer}
        done={t('password.done')}
        refused={answer?.code === 'invalid' ? t('password.wrong') : undefined}
      />
    </form>
  )
}

interface FieldProps {
  name: 'current' | 'next'
  label: string
  autoComplete: string
}

function Field({ name, label, autoComplete }: FieldProps) {
  const id = useId()
  const value = usePasswordDraft((draft) => draft[name])
  return (
    <>
      <label htmlFor={id} className="text-ink-2">
        {label}
      </label>
      <input
        id={id}
        type="password"
        className={FIELD}
        maxLength={128}
        autoComplete={autoComplete}
        value={value}
        onChange={(event) => usePasswordDraft.setState({ [name]: event.target.value })}
      />
    </>
  )
}
