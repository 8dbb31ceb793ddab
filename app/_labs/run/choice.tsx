'use client'
// One position: what it turns, and what the visitor's own run of it has changed.
import Link from 'next/link'
import { queryOfTurns } from '@/app/_live/dials/dial-links'
import { type DialTurn, dialOf, isWeak } from '@/app/_live/dials/dial-list'
import { dialName, positionName, useDialText } from '@/app/_live/dials/words'
import { useLocale, useText } from '@/lib/i18n/client'
import { localePath } from '@/lib/i18n/routing'
import type { LabPosition } from '@/lib/labs/lab'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { LaneName } from '../lane-name'
import { type LabSheet, namespaceOf } from '../sheet'
import { Changed } from './changed'

interface Props {
  sheet: LabSheet
  position: LabPosition
  chosen: boolean
  choose(position: string): void
}

export function Choice({ sheet, position, chosen, choose }: Props) {
  const own = useText(namespaceOf(sheet.slug))
  const { id, dials } = position
  const turns = turnsOf(dials)
  return (
    <div className="grid grid-cols-[minmax(0,14rem)_minmax(0,1fr)_minmax(0,1fr)] gap-x-6 gap-y-1 px-4 py-2.5 text-13 not-first:border-t not-first:border-line has-checked:bg-mark-1 max-laptop:grid-cols-1 print:grid-cols-1">
      <label className="flex min-h-6 items-start gap-2.5 font-semibold max-tablet:min-h-10 max-tablet:items-center">
        <input
          type="radio"
          name="position"
          value={id}
          checked={chosen}
          onChange={() => choose(id)}
          className="mt-0.5 size-3.5 flex-none accent-ink max-tablet:mt-0"
        />
        <span>{own(`position.${id}`)}</span>
      </label>
      <div className="grid content-start gap-1">
        {turns.length > 0 && (
          <ul>
            {turns.map((turn) => (
              <Turned key={`${turn.strategy}.${turn.name}`} turn={turn} />
            ))}
          </ul>
        )}
        <p className="text-ink-2">{own(`positionNote.${id}`)}</p>
      </div>
      <Changed sheet={sheet} position={position} />
    </div>
  )
}

/** As the Dials card of that lane names it, with the way there. */
function Turned({ turn }: { turn: DialTurn }) {
  const t = useDialText()
  const labs = useText('labs')
  const locale = useLocale()
  const { strategy, name } = turn
  const from = { strategy, name, value: dialOf(strategy, name)!.default }
  return (
    <li className="flex flex-wrap items-baseline gap-x-2.5">
      <LaneName lane={strategy} />{' '}
      <span>
        <span>{`${dialName(t, strategy, name)}: ${positionName(t, from)}`}</span>
        <span aria-hidden="true"> → </span>
        <span className="sr-only"> {t('becomes')} </span>
        <b>{positionName(t, turn)}</b>
        {isWeak(turn) && (
          <span className="ml-2 rounded-1 border border-ink px-1 text-12 font-semibold">{t('weak')}</span>
        )}
      </span>{' '}
      <Link
        href={localePath(locale, `/${strategy}?${queryOfTurns([turn])}`)}
        prefetch={false}
        className="inline-flex min-h-6 items-center text-12 text-ink-2 max-tablet:min-h-10 print:hidden"
      >
        {labs('dial.own', { lane: strategy })}
      </Link>
    </li>
  )
}

const turnsOf = (dials: LabPosition['dials']): DialTurn[] =>
  STRATEGIES.flatMap((strategy) =>
    Object.entries(dials[strategy] ?? {}).map(([name, value]) => ({
      strategy,
      name,
      value: value as DialTurn['value'],
    })),
  )
