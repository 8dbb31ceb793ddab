'use client' // sends as many requests as the pressed button says
import { useState } from 'react'
import { sayOnly } from '@/app/_live/state/told'
import { ActButton, useWhyOff } from '@/app/_notices/act-button'
import { useText } from '@/lib/i18n/client'
import { OUTCOME } from '../outcome'

interface AmountsProps<Done> {
  /** One button each. */
  amounts: readonly number[]
  label(amount: number): string
  /** null: there was nothing to do it with. */
  run(amount: number): Promise<Done | null>
  /** What came of the last press. */
  said(done: Done): string
}

export function Amounts<Done>({ amounts, label, run, said }: AmountsProps<Done>) {
  const t = useText('acts')
  const off = useWhyOff()
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState<Done | null>(null)
  const press = async (amount: number) => {
    setBusy(true)
    const came = await run(amount)
    setDone(came)
    setBusy(false)
    if (came !== null) sayOnly(said(came))
  }
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {amounts.map((amount) => (
          <ActButton
            key={amount}
            size="sm"
            why={off ?? (busy ? t('busy') : null)}
            onClick={() => void press(amount)}
          >
            <span>{label(amount)}</span>
          </ActButton>
        ))}
      </div>
      <p className={OUTCOME}>{done !== null && said(done)}</p>
    </>
  )
}
