'use client' // speaks to screen readers

import { useEffect, useState } from 'react'
import { type NewsWords, newsOf } from '@/app/_live/state/news'
import { useLive } from '@/app/_live/state/store'
import { listLoaded } from '@/app/_live/state/timeline-state'
import { useVerdict } from '@/app/_live/state/use-lane'
import { useLocale, useText } from '@/lib/i18n/client'
import { timeLeft } from '@/lib/reading/format'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'

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
  const shop = useText('shop')
  const [news, setNews] = useState('')
  useEffect(() => gather({ t, shop }, setNews), [t, shop])
  return <p aria-live="polite">{news}</p>
}

/** `seq` of the newest that was told, or that needs no telling; null: not known yet. It outlives the page: another one tells nothing twice. */
let newest: number | null = null

/** What was there when the page came is no news; what came before somebody listened is. */
const known = listLoaded.then((seq) => {
  newest = seq
})

// A new sandbox counts from 1 again, also where it was opened on a page that tells nothing.
useLive.subscribe(({ exchanges }) => {
  if (exchanges.length === 0 && newest !== null) newest = 0
})

function freshOf(exchanges: readonly Exchange[]): readonly Exchange[] {
  if (newest === null) return []
  const told = newest
  newest = Math.max(told, exchanges.at(-1)?.seq ?? 0)
  return exchanges.filter(({ seq }) => seq > told)
}

function gather(words: NewsWords, say: (news: string) => void): () => void {
  let heard: Exchange[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = () => {
    timer = undefined
    say(newsOf(words, heard, useLive.getState().device))
    heard = []
  }
  const listen = () => {
    heard.push(...freshOf(useLive.getState().exchanges))
    if (heard.length > 0) timer ??= setTimeout(tell, GATHER)
  }
  const stop = useLive.subscribe((now, before) => {
    if (now.exchanges !== before.exchanges) listen()
  })
  void known.then(listen)
  return () => {
    stop()
    clearTimeout(timer)
  }
}

function RingNews({ strategy }: { strategy: StrategyName }) {
  const t = useText('compare')
  const locale = useLocale()
  const { verdict } = useVerdict(strategy)
  const [news, setNews] = useState('')
  const left = verdict.kind === 'in' ? Math.ceil(verdict.remainingSeconds ?? 0) : null
  const mark = left === null ? '' : left > 60 ? 'long' : left > 0 ? 'minute' : 'end'
  // Said anew when the mark changes, not with every second.
  useEffect(() => {
    setNews(left === null ? '' : t('ring.say', { lane: strategy, left: timeLeft(left, locale) }))
  }, [mark])
  return <p aria-live="polite">{news}</p>
}
