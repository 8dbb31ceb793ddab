'use client'
// A form with the sandbox's own passwords filled in.
import { type FormEvent, useState } from 'react'
import { act } from '@/app/_live/requests/acts'
import { useLive } from '@/app/_live/state/store'
import { useOpen } from '@/app/_live/state/use-open'
import { InLine } from '@/app/_notices/in-line'
import { useText } from '@/lib/i18n/client'
import type { StrategyName } from '@/lib/strategies/strategy'

export function SignInForm({ strategy }: { strategy: StrategyName }) {
  const t = useText('lane')
  const users = useLive((live) => live.users)
  const device = useLive((live) => live.device)
  const wrong = useLive((live) => live.shops[strategy][device].last?.code === 'wrong_password')
  const open = useOpen()
  const [email, setEmail] = useState<string | null>(null)
  const user = users.find((one) => one.email === email) ?? users[0]
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const password = String(new FormData(event.currentTarget).get('password'))
    if (user && password) void act([strategy], device, { act: 'sign-in', email: user.email, password })
  }
  return (
    <form className="signin" onSubmit={submit}>
      <label>
        <span>{t('email')}</span>
        <select value={user?.email ?? ''} disabled={!open} onChange={(event) => setEmail(event.target.value)}>
          {users.map((one) => (
            <option key={one.email}>{one.email}</option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('password')}</span>
        <input
          key={user?.email}
          name="password"
          type="password"
          autoComplete="off"
          maxLength={128}
          defaultValue={user?.password ?? ''}
          aria-describedby="password-note"
        />
      </label>
      <small id="password-note" role={wrong ? 'alert' : undefined}>
        {user && t(wrong ? 'wrong-password' : user.password ? 'password-note' : 'password-changed')}
      </small>
      <InLine strategy={strategy} />
      <button type="submit" className="btn" disabled={!open || !user}>
        {t('sign-in')}
      </button>
    </form>
  )
}
