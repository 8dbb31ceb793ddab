'use client'
// The exchanges are asked for once: this page adds none.
import { useEffect, useState } from 'react'
import { LaneHeads } from '@/app/_ui/reading/lane-table'
import { Facts, FIGURE, Paragraph } from '@/app/_ui/reading/reading'
import { useLocale, useText } from '@/lib/i18n/client'
import { STRATEGIES } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'
import { type Totals, totalsOf } from './totals'

const ROWS = ['exchanges', 'up', 'down', 'reads', 'writes', 'micros'] as const satisfies (keyof Totals)[]

/** Keeps the line's place. */
const NOT_YET = '\u00a0'

export function OwnTotals() {
  const t = useText('numbers')
  const locale = useLocale()
  const exchanges = useOwnExchanges()
  if (exchanges?.length === 0) return <Paragraph>{t('yours.none')}</Paragraph>
  const totals = STRATEGIES.map((strategy) => exchanges && totalsOf(exchanges, strategy))
  const foreign = totals.reduce((sum, lane) => sum + (lane?.foreign ?? 0), 0)
  return (
    <>
      <Paragraph>{exchanges ? t('yours.text', { n: exchanges.length }) : NOT_YET}</Paragraph>
      <Facts>
        <caption className="sr-only">{t('yours.caption')}</caption>
        <LaneHeads of={t('yours.measure')} />
        <tbody>
          {ROWS.map((row) => (
            <tr key={row}>
              <th scope="row">{t(`yours.${row}`)}</th>
              {totals.map((total, lane) => (
                <td key={STRATEGIES[lane]} className={FIGURE}>
                  {total?.[row]?.toLocaleString(locale) ?? '–'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Facts>
      {foreign > 0 && <Paragraph>{t('yours.foreign', { n: foreign })}</Paragraph>}
    </>
  )
}

/** null: not known yet. Whoever has no sandbox has made no requests. */
function useOwnExchanges(): Exchange[] | null {
  const [exchanges, setExchanges] = useState<Exchange[] | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    readAll(stop.signal).then(setExchanges, () => {})
    return () => stop.abort()
  }, [])
  return exchanges
}

async function readAll(signal: AbortSignal, after = 0): Promise<Exchange[]> {
  const answer = await fetch(`/api/sandbox/exchanges?after=${after}`, { signal })
  if (!answer.ok) return []
  const { exchanges, more } = (await answer.json()) as { exchanges: Exchange[]; more: boolean }
  const last = exchanges.at(-1)
  return more && last ? [...exchanges, ...(await readAll(signal, last.seq))] : exchanges
}
