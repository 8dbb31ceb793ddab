'use client'
// Fetches the exchange, and reveals values on a click.
import { useEffect, useState } from 'react'
import { useText } from '@/lib/i18n/client'
import type { Exchange } from '@/lib/trace/exchange'
import { maskExchange } from '@/lib/trace/mask'
import { ExchangeHead } from '../_inspector/exchange-head'
import { Exposed } from '../_inspector/exposed'
import { fetchWhole, type Unfetched } from '../_inspector/fetch-whole'
import { RevealScope } from '../_inspector/reveal'
import { Steps } from '../_inspector/steps'
import { Stored, StoredKey } from '../_inspector/stored'
import { Wire } from '../_inspector/wire'
import { VIEWS, type View } from '../_shop/live-types'
import { Tabs } from '../_ui/tabs'
import type { ProofOf } from './proof'
import { exchangesOf } from './run-state'

/** The exchange that proves a cell, in the panel's own views. Masked until asked for. */
export function ProofPanel({ proof }: { proof: ProofOf }) {
  const t = useText('labs')
  const list = exchangesOf(proof.run, proof.lane)
  const exchange = useExchange(proof.id, list)
  if (typeof exchange === 'string') return <p className="empty-note">{t(`proof.${exchange}`)}</p>
  return (
    <RevealScope exchange={exchange} list={list}>
      <div className="ph">
        <ExchangeHead exchange={exchange} />
      </div>
      <Views exchange={exchange} />
    </RevealScope>
  )
}

function useExchange(id: string, list: string): Exchange | 'asked' | Unfetched {
  const [found, setFound] = useState<Exchange | 'asked' | Unfetched>('asked')
  useEffect(() => {
    void fetchWhole(id, list).then((whole) =>
      setFound(typeof whole === 'string' ? whole : maskExchange(whole)),
    )
  }, [id, list])
  return found
}

function Views({ exchange }: { exchange: Exchange }) {
  const t = useText('lane')
  const [view, setView] = useState<View>('wire')
  const tabs = VIEWS.map((id) => ({ id, label: t(`tab.${id}`) }))
  return (
    <>
      <Tabs tabs={tabs} chosen={view} choose={setView} label={t('panel')} className="ptabs" name="proof" />
      <div role="tabpanel" id={`proof-panel-${view}`} aria-labelledby={`proof-tab-${view}`} className="pview">
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
