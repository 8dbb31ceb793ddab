'use client'
// A form with the sandbox's own passwords filled in.
import { type FormEvent, useState } from 'react'
import { act } from '@/app/_live/requests/acts'
import { useLive } from '@/app/_live/state/store'
import { ActButton, useWhyOff } from '@/app/_notices/act-button'
import { FIELD } from '@/app/_ui/card/field'
import { keepFocus } from '@/app/_ui/card/keep-focus'
import { cx } from '@/app/_ui/cx'
import { later } from '@/app/_ui/later'
import { useText } from '@/lib/i18n/client'
import type { StrategyName } from '@/lib/strategies/strategy'
import { signInNote } from './sign-in-note'

const InLine = later(() => import('@/app/_notices/in-line').then((file) => file.InLine))

const LABEL = 'grid grid-cols-[5.25rem_minmax(0,1fr)] items-center text-ink-2'

/** @param after gets the focus when the form has gone: an element's id */
export function SignInForm({ strategy, after }: { strategy: StrategyName; after: string }) {
  const t = useText('lane')
  const users = useLive((live) => live.users)
  const device = useLive((live) => live.device)
  const wrong = useLive((live) => live.shops[strategy][device].last?.code === 'wrong_password')
  const off = useWhyOff()
  const [email, setEmail] = useState<string | null>(null)
  const user = users.find((one) => one.email === email) ?? users[0]
  const note = signInNote(user, wrong)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const password = String(new FormData(event.currentTarget).get('password'))
    if (off || !user || !password) return
    await act([strategy], device, { act: 'sign-in', email: user.email, password })
    keepFocus(() => document.getElementById(after))
  }
  return (
    <form className="grid gap-1.5 px-4 py-2.5 text-13" onSubmit={(event) => void submit(event)}>
      <label className={LABEL}>
        <span>{t('email')}</span>
        <select
          className={FIELD}
          value={user?.email ?? ''}
          onChange={(event) => setEmail(event.target.value)}
        >
          {users.map((one) => (
            <option key={one.email}>{one.email}</option>
          ))}
        </select>
      </label>
      <label className={LABEL}>
        <span>{t('password')}</span>
        <input
          key={user?.email}
          name="password"
          type="password"
          className={FIELD}
          autoComplete="off"
          maxLength={128}
          defaultValue={user?.password ?? ''}
          aria-describedby="password-note"
        />
      </label>
      <small
        id="password-note"
        role={wrong ? 'alert' : undefined}
        className={cx('block min-h-[1lh] text-12', wrong ? 'font-semibold text-ink' : 'text-ink-3')}
      >
        {note && t(note)}
      </small>
      <InLine strategy={strategy} />
      <ActButton type="submit" why={off}>
        <span>{t('sign-in')}</span>
      </ActButton>
    </form>
  )
}
