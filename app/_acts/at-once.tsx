'use client' // sends requests that do not wait for one another
import { useState } from 'react'
import { useText } from '@/lib/i18n/client'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { Answer } from '../_shop/http'
import { useLive } from '../_shop/live'
import { useOpen } from '../_shop/use-open'
import { usual } from './outcome'
import { type AtOnce, addAtOnce } from './parallel-adds'

const TIMES = [2, 6, 20]

export function AddAtOnce({ strategy }: { strategy: StrategyName }) {
  const t = useText('acts')
  const device = useLive((live) => live.device)
  const open = useOpen()
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState<AtOnce | null>(null)
  const press = async (times: number) => {
    setBusy(true)
    setDone(await addAtOnce(strategy, device, times))
    setBusy(false)
  }
  return (
    <>
      <p className="dim">{t('at-once.does')}</p>
      <div className="actset">
        {TIMES.map((n) => (
          <button
            key={n}
            type="button"
            className="btn sm"
            disabled={!open || busy}
            onClick={() => void press(n)}
          >
            {t('at-once.tabs', { n })}
          </button>
        ))}
      </div>
      <p className="outcome" role="status">
        {done && said(t, done)}
      </p>
    </>
  )
}

function said(t: ReturnType<typeof useText>, { sent, acknowledged, refusal, there }: AtOnce): string {
  const counted = there === null ? 'unknown' : there < acknowledged ? 'lost' : 'kept'
  return [
    t('at-once.acknowledged', { sent, n: acknowledged }),
    refusal && t('at-once.refused', { n: sent - acknowledged, ...toldOf(t, refusal) }),
    t(`at-once.${counted}`, { there: there ?? 0, lost: acknowledged - (there ?? 0) }),
  ]
    .filter(Boolean)
    .join(' ')
}

const toldOf = (t: ReturnType<typeof useText>, refusal: Answer) => ({
  status: String(refusal.status),
  code: refusal.code ?? '',
  why: usual(t, refusal),
})
