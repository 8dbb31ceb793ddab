'use client'
// Chooses a position and runs it.
import Link from 'next/link'
import { dialName, positionName, useDialText } from '@/app/_dials/words'
import { queryOfTurns } from '@/app/_live/dials/dial-links'
import { type DialTurn, dialOf, isWeak } from '@/app/_live/dials/dial-list'
import { useOpen } from '@/app/_live/state/use-open'
import { Icon } from '@/app/_ui/icon'
import { useLocale, useText } from '@/lib/i18n/client'
import { localePath } from '@/lib/i18n/routing'
import type { LabPosition } from '@/lib/labs/lab'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { type LabSheet, namespaceOf } from '../sheet'
import { startRun } from './run'
import { useRun } from './run-state'

interface Props {
  sheet: LabSheet
  position: string
  choose(position: string): void
}

/** The dials that change the outcome, turned in the rooms of the run and nowhere else. */
export function Positions({ sheet, position, choose }: Props) {
  const t = useText('labs')
  const open = useOpen()
  const { busy } = useRun()
  return (
    <section className="card dialcard" aria-labelledby="h-dial">
      <h2 id="h-dial">
        <span className="k">3</span>
        {t('dial.title')}
        <span className="b">{t('dial.rooms-only')}</span>
      </h2>
      <fieldset className="choices">
        <legend className="vh">{t('dial.title')}</legend>
        {sheet.positions.map((one) => (
          <Choice key={one.id} sheet={sheet} position={one} chosen={one.id === position} choose={choose} />
        ))}
      </fieldset>
      <div className="run">
        <button
          type="button"
          className="btn"
          disabled={!open || busy}
          onClick={() => void startRun(sheet, position, 'all')}
        >
          <Icon name="play" />
          {t('dial.run')}
        </button>
        <a href="#h-verdict">{t('dial.see')}</a>
      </div>
    </section>
  )
}

interface ChoiceProps {
  sheet: LabSheet
  position: LabPosition
  chosen: boolean
  choose(position: string): void
}

function Choice({ sheet, position: { id, dials }, chosen, choose }: ChoiceProps) {
  const own = useText(namespaceOf(sheet.slug))
  const turns = turnsOf(dials)
  return (
    <div className="choice">
      <label>
        <input type="radio" name="position" value={id} checked={chosen} onChange={() => choose(id)} />
        <span>{own(`position.${id}`)}</span>
      </label>
      <div>
        {turns.length > 0 && (
          <ul>
            {turns.map((turn) => (
              <Turned key={`${turn.strategy}.${turn.name}`} turn={turn} />
            ))}
          </ul>
        )}
        <p>{own(`positionNote.${id}`)}</p>
      </div>
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
    <li>
      <span className={`mono ${strategy} lane-name`}>{strategy}</span>{' '}
      <span>
        <span>{`${dialName(t, strategy, name)}: ${positionName(t, from)}`}</span>
        <span aria-hidden="true"> → </span>
        <span className="vh"> {t('becomes')} </span>
        <b>{positionName(t, turn)}</b>
        {isWeak(turn) && <span className="chg weak">{t('weak')}</span>}
      </span>{' '}
      <Link href={localePath(locale, `/${strategy}?${queryOfTurns([turn])}`)} prefetch={false}>
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
