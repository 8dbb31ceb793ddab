'use client' // speaks to screen readers

import { useEffect, useState } from 'react'
import { useText } from '@/lib/i18n/client'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { countdown } from '../_inspector/figures'
import { useResult } from './result'
import { useSteps } from './use-lane'

/** One polite sentence a result and lane; the stopwatch speaks at its start, at one minute and at its end. */
export function Announcer() {
  return (
    <div className="vh">
      {STRATEGIES.map((strategy) => (
        <LaneNews key={strategy} strategy={strategy} />
      ))}
    </div>
  )
}

function LaneNews({ strategy }: { strategy: StrategyName }) {
  const t = useText('compare')
  const { result, verdict, exchange } = useResult(strategy)
  const steps = useSteps()
  const [news, setNews] = useState('')
  const step = steps.findLast((each) => each.exchanges[strategy] === exchange)?.index ?? 0
  const left = verdict.kind === 'in' ? Math.ceil(verdict.remainingSeconds ?? 0) : null
  const mark = left === null ? '' : left > 60 ? 'long' : left > 0 ? 'minute' : 'end'
  const told =
    result.kind === 'none'
      ? ''
      : t(`say.${result.kind}`, { lane: strategy, status: String(result.status), step: step + 1 })
  // Said anew when the exchange or the mark changes, not with every second.
  useEffect(() => {
    if (!exchange) return
    setNews(left === null ? told : `${told}. ${t('ring.say', { lane: strategy, left: countdown(left) })}`)
  }, [exchange?.id, mark, told])
  return <p aria-live="polite">{news}</p>
}
