'use client'
// The first view of the panel: it is drawn anew with every exchange.
import { useLive } from '@/app/_live/state/store'
import { COLUMN_HEAD, ROW, ROWS, TABLE } from '@/app/_ui/table-roles'
import { useText } from '@/lib/i18n/client'
import type { ShownExchanges } from '@/lib/reading/evidence/heads'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { HeadSection } from './head-section'

/** One table for all lanes: a row is a line of a head, a column is a lane. What is alike folds once. */
export function Evidence({ shown }: { shown: ShownExchanges }) {
  const t = useText('evidence')
  const lane = useLive((live) => live.lane)
  if (STRATEGIES.every((name) => !shown[name]))
    return <p className="px-3 py-2.5 text-13 text-ink-2">{t('none')}</p>
  return (
    <table {...TABLE} className="group block font-mono text-wire leading-wire" data-lane={lane}>
      <caption className="sr-only">{t('table')}</caption>
      <thead {...ROWS} className="sr-only">
        <tr {...ROW}>
          <th {...COLUMN_HEAD}>{t('what')}</th>
          {STRATEGIES.map((name) => (
            <th key={name} {...COLUMN_HEAD} lang="en">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <HeadSection shown={shown} side="request" />
      <HeadSection shown={shown} side="response" />
    </table>
  )
}
