'use client'
// Fetches the exchange, and reveals values on a click.
import { useEffect, useState } from 'react'
import { type FetchFailure, fetchWhole } from '@/app/_live/requests/fetch-whole'
import { DEPTHS, type Depth } from '@/app/_live/state/types'
import { RevealScope } from '@/app/_panel/credential/reveal'
import { ExchangeHead } from '@/app/_panel/exchange-head'
import { Exposed } from '@/app/_panel/exposed/exposed'
import { Steps } from '@/app/_panel/steps/steps'
import { Stored, StoredKey } from '@/app/_panel/stored/stored'
import { Wire } from '@/app/_panel/wire/wire'
import { Tabs } from '@/app/_ui/tabs'
import { useText } from '@/lib/i18n/client'
import type { RunReport } from '@/lib/labs/run/run'
import type { StrategyName } from '@/lib/strategies/strategy'
import { maskExchange } from '@/lib/trace/export/mask'
import type { Exchange } from '@/lib/trace/model/exchange'
import { exchangesOf } from '../run/run-state'
import { AnsweredBy } from './answered-by'

export interface ProofOf {
  run: RunReport
  lane: StrategyName
  /** Of the exchange. */
  id: string
  /** The moment that it proves. */
  title: string
}

/** The exchange that proves a cell, in the panel's own views. Masked until asked for. */
export function ProofPanel({ proof }: { proof: ProofOf }) {
  const t = useText('labs')
  const list = exchangesOf(proof.run, proof.lane)
  const exchange = useExchange(proof.id, list)
  if (typeof exchange === 'string') return <p className="px-4 py-6 text-ink-2">{t(`proof.${exchange}`)}</p>
  return (
    <RevealScope exchange={exchange} list={list}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2.5 text-13 [&>button]:ml-auto">
        <ExchangeHead exchange={exchange} {...ofAnother(exchange)} />
      </div>
      {exchange.answeredBy ? <WireOnly exchange={exchange} /> : <Views exchange={exchange} />}
    </RevealScope>
  )
}

function useExchange(id: string, list: string): Exchange | 'asked' | FetchFailure {
  const [found, setFound] = useState<Exchange | 'asked' | FetchFailure>('asked')
  useEffect(() => {
    void fetchWhole(id, list).then((whole) =>
      setFound(typeof whole === 'string' ? whole : maskExchange(whole)),
    )
  }, [id, list])
  return found
}

function ofAnother({ answeredBy, request: { method, target } }: Exchange) {
  if (answeredBy === undefined) return {}
  return { act: `${method} ${target}`, who: <AnsweredBy who={answeredBy} /> }
}

/** Of a server that is not this shop. */
function WireOnly({ exchange }: { exchange: Exchange }) {
  const t = useText('labs')
  return (
    <div className="border-t border-line">
      <p className="px-4 pt-2.5 text-12 text-ink-2">{t('proof.outside')}</p>
      <Wire exchange={exchange} />
    </div>
  )
}

function Views({ exchange }: { exchange: Exchange }) {
  const t = useText('lane')
  const [view, setView] = useState<Depth>('wire')
  const tabs = DEPTHS.map((id) => ({ id, label: t(`tab.${id}`) }))
  return (
    <>
      <Tabs
        tabs={tabs}
        chosen={view}
        choose={setView}
        label={t('panel')}
        className="flex overflow-x-auto border-b border-line px-3 text-13 *:min-h-9 *:flex-none *:border-b-2 *:border-transparent *:px-2.5 *:text-ink-2 *:aria-selected:border-lane *:aria-selected:font-semibold *:aria-selected:text-ink"
        name="proof"
      />
      <div
        role="tabpanel"
        id={`proof-panel-${view}`}
        aria-labelledby={`proof-tab-${view}`}
        className="min-h-70"
      >
        {view === 'wire' && <Wire exchange={exchange} />}
        {view === 'steps' && <Steps exchange={exchange} />}
        {view === 'stored' && (
          <>
            <Stored exchange={exchange} />
            <StoredKey />
          </>
        )}
        {view === 'exposed' && <Exposed exchange={exchange} />}
      </div>
    </>
  )
}
