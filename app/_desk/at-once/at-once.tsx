'use client' // sends requests that do not wait for one another
import type { Answer } from '@/app/_live/requests/http'
import { useLive } from '@/app/_live/state/store'
import { useText } from '@/lib/i18n/client'
import type { StrategyName } from '@/lib/strategies/strategy'
import { usual } from '../outcome'
import { Amounts } from './amounts'
import { type AtOnce, addAtOnce } from './parallel-adds'

const TIMES = [2, 6, 20]

export function AddAtOnce({ strategy }: { strategy: StrategyName }) {
  const t = useText('acts')
  const device = useLive((live) => live.device)
  return (
    <>
      <p className="text-ink-2">{t('at-once.does')}</p>
      <Amounts
        amounts={TIMES}
        label={(n) => t('at-once.tabs', { n })}
        run={(times) => addAtOnce(strategy, device, times)}
        said={(done) => said(t, done)}
      />
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
