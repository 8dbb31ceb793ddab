'use client' // speaks to screen readers

import { useEffect, useState } from 'react'
import { type Text, useText } from '@/lib/i18n/client'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/exchange'
import { countdown } from '../_inspector/figures'
import { useLive } from './live'
import { newsOf } from './news'
import { listLoaded } from './timeline-state'
import { useVerdict } from './use-lane'

/** One polite sentence for what has happened; the stopwatch speaks at its start, at one minute and at its end. */
export function Announcer() {
  return (
    <div className="vh">
      <ExchangeNews />
      {STRATEGIES.map((strategy) => (
        <RingNews key={strategy} strategy={strategy} />
      ))}
    </div>
  )
}

/** Gathered for so long: a lockstep is one sentence, and a hundred requests do not talk for minutes. Milliseconds. */
const GATHER = 1000

function ExchangeNews() {
  const t = useText('timeline')
  const [news, setNews] = useState('')
  useEffect(() => gather(t, setNews), [t])
  return <p aria-live="polite">{news}</p>
}

/** What was there when the page came is no news; what came before this was listening is. */
function gather(t: Text, say: (news: string) => void): () => void {
  let heard: Exchange[] = []
  let newest = Number.POSITIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = () => {
    timer = undefined
    say(newsOf(t, heard, useLive.getState().device))
    heard = []
  }
  const listen = (exchanges: readonly Exchange[]) => {
    // A new sandbox counts from 1 again.
    if (exchanges.length === 0) newest = 0
    const fresh = exchanges.filter(({ seq }) => seq > newest)
    if (fresh.length === 0) return
    newest = fresh.at(-1)!.seq
    heard.push(...fresh)
    timer ??= setTimeout(tell, GATHER)
  }
  const stop = useLive.subscribe(({ exchanges }, before) => {
    if (exchanges !== before.exchanges) listen(exchanges)
  })
  void listLoaded.then((seq) => {
    newest = Math.min(newest, seq)
    listen(useLive.getState().exchanges)
  })
  return () => {
    stop()
    clearTimeout(timer)
  }
}

function RingNews({ strategy }: { strategy: StrategyName }) {
  const t = useText('compare')
  const { verdict } = useVerdict(strategy)
  const [news, setNews] = useState('')
  const left = verdict.kind === 'in' ? Math.ceil(verdict.remainingSeconds ?? 0) : null
  const mark = left === null ? '' : left > 60 ? 'long' : left > 0 ? 'minute' : 'end'
  // Said anew when the mark changes, not with every second.
  useEffect(() => {
    setNews(left === null ? '' : t('ring.say', { lane: strategy, left: countdown(left) }))
  }, [mark])
  return <p aria-live="polite">{news}</p>
}
