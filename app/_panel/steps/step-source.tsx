'use client'
// Comes with the first step that is opened.
import { useEffect, useState } from 'react'
import { send } from '@/app/_live/requests/http'
import { useLocale, useText } from '@/lib/i18n/client'
import { localePath } from '@/lib/i18n/routing'
import type { Listing, SourceRef, SurroundedListing } from '@/lib/source/source'
import type { PortCall } from '@/lib/trace/model/exchange'
import { SourceBox } from './source-box'
import { StepSql } from './step-sql'

export interface StepProps {
  step: PortCall
  /** From 1. */
  number: number
  /** The id of the exchange. */
  exchange: string
}

interface SourceAnswer {
  listing: SurroundedListing
  calls: Listing[]
  /** An id on /code. */
  place: string | null
}

/** The lines of the call, in what they stand in; what they call in the same file; and the SQL. */
export function StepSource({ step, number, exchange }: StepProps) {
  const t = useText('inspector')
  const locale = useLocale()
  const { file, symbol } = step.source
  const source = useSource(file, symbol)
  if (source === 'loading') return null
  if (source === 'failed') return <p className={SAID}>{t('source.failed')}</p>
  const { listing, calls, place } = source
  const [first, last] = listing.ran
  return (
    <div className="grid gap-1.5 pt-1.5 pb-2 text-12">
      <p className={SAID}>
        <code lang="en" translate="no">
          {file}
        </code>
        <span>{`, ${t(first === last ? 'source.ran-one' : 'source.ran', { first, last })}`}</span>
      </p>
      <SourceBox listing={listing} ran={listing.ran} />
      {calls.length > 0 && <p className={SAID}>{t('source.calls')}</p>}
      {calls.map((one) => (
        <SourceBox key={one.symbol} listing={one} />
      ))}
      {step.reads + step.writes > 0 && <StepSql exchange={exchange} number={number} />}
      {place && (
        <a className="justify-self-start py-1" href={`${localePath(locale, '/code')}#${place}`}>
          {t('source.side')}
        </a>
      )}
    </div>
  )
}

const SAID = 'text-12 wrap-anywhere text-ink-3'

/** Sources do not change while the server runs. */
const known = new Map<string, SourceAnswer>()

function useSource(file: string, symbol: string): SourceAnswer | 'loading' | 'failed' {
  const address = `/api/source?${new URLSearchParams({ file, symbol } satisfies SourceRef)}`
  const [answer, setAnswer] = useState<SourceAnswer | 'loading' | 'failed'>(known.get(address) ?? 'loading')
  useEffect(() => {
    if (known.has(address)) return
    void send<SourceAnswer>(address, { method: 'GET' }).then(({ status, body }) => {
      if (status === 200 && body) known.set(address, body)
      setAnswer(known.get(address) ?? 'failed')
    })
  }, [address])
  return answer
}
