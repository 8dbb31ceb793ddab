'use client'
// A leaf of the live panel: it opens notes and reveals values on a click.
import { useMemo } from 'react'
import { useText } from '@/lib/i18n/client'
import { type FoldedLines, foldOf } from '@/lib/reading/wire/fold'
import type { Exchange } from '@/lib/trace/model/exchange'
import { RevealScope } from '../credential/reveal'
import type { WireProps } from '../panel-types'
import { Head } from './head'
import { ThisExchange } from './this-exchange'
import { Unsent } from './unsent'

/** Both heads, line by line, as the HTTP server received and sent them. */
export function Wire({ exchange, beside, full = false }: WireProps) {
  const folded = useMemo(
    () => beside && foldOf({ exchanges: beside })[exchange.strategy],
    [beside, exchange.strategy],
  )
  return (
    <RevealScope exchange={exchange}>
      <Heads key={exchange.id} exchange={exchange} folded={folded} full={full} />
    </RevealScope>
  )
}

function Heads({
  exchange,
  folded,
  full,
}: {
  exchange: Exchange
  folded: FoldedLines | undefined
  full: boolean
}) {
  const t = useText('inspector')
  return (
    <div className={full ? 'grid bg-sunk @min-[62rem]:grid-cols-[minmax(0,1fr)_20.5rem]' : 'contents'}>
      <div className={full ? 'min-w-0' : 'contents'}>
        <Head side="request" exchange={exchange} folded={folded?.request} full={full} />
        {full && <Unsent exchange={exchange} />}
        {exchange.response ? (
          <Head side="response" exchange={exchange} folded={folded?.response} full={full} />
        ) : (
          <Said text={t('wire.noResponse')} />
        )}
        {exchange.response && !exchange.completed && <Said text={t('wire.notCompleted')} />}
      </div>
      {full && <ThisExchange exchange={exchange} />}
    </div>
  )
}

const Said = ({ text }: { text: string }) => (
  <p className="bg-sunk px-3.75 py-2 text-13 font-semibold text-ink-2">{text}</p>
)
