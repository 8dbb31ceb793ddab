'use client'
import { dialOf, isWeak, positionIn, turnedFrom } from '@/app/_live/dials/dial-list'
import { useLive } from '@/app/_live/state/store'
// Folded: one at a time is open (the name makes the browser close the others).
import { useText } from '@/lib/i18n/client'
import { type Citation, citation } from '@/lib/reading/notes/sources'
import type { StrategyName } from '@/lib/strategies/strategy'
import { type Change, previewOf } from './preview'
import { SOURCES } from './sources'
import { dialName, dialWhy, positionName, rowName, rowValue, turnName, useDialText } from './words'

export interface DialProps {
  strategy: StrategyName
  name: string
}

export function AboutDial({ strategy, name }: DialProps) {
  const t = useDialText()
  return (
    <details className="about" name={`about-${strategy}`}>
      <summary>
        {t('about')}
        <span className="vh">{`: ${dialName(t, strategy, name)}`}</span>
      </summary>
      <p>{dialWhy(t, strategy, name)}</p>
      <Sources of={SOURCES[strategy][name] ?? []} />
      <Preview strategy={strategy} name={name} />
      <code>{`${strategy}.${name}`}</code>
    </details>
  )
}

export function Sources({ of }: { of: readonly Citation[] }) {
  const t = useText('sources')
  return (
    <ul className="src">
      {of.map((source) => (
        <li key={citation(t, source)}>
          <a href={source.href} rel="noreferrer">
            {citation(t, source)}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Position by position, what the declared comparison says instead of what it says now. */
function Preview({ strategy, name }: DialProps) {
  const t = useDialText()
  const dials = useLive((live) => live.dials)
  const now = positionIn(dials, strategy, name)
  const turns = dialOf(strategy, name)!
    .values.filter((value) => value !== now)
    .map((value) => ({ strategy, name, value }))
    .map((turn) => ({ turn, changes: previewOf(dials, turn) }))
  // A time that is not declared moves all the same, and nothing else does.
  const silent = dialOf(strategy, name)!.unit === 'seconds' ? 'only-time' : 'no-row'
  const others = turnedFrom(dials, [strategy]).some((turned) => turned.name !== name)
  return (
    <div className="preview">
      <h4>{t('preview')}</h4>
      <dl>
        {turns.map(({ turn, changes }) => (
          <div key={String(turn.value)}>
            <dt>
              <span>{positionName(t, turn)}</span>
              {isWeak(turn) && <b>{` ${t('weak')}`}</b>}
            </dt>
            {changes.map((change) => (
              <Row key={JSON.stringify(change)} change={change} />
            ))}
            {changes.length === 0 && <dd className="dim">{t(silent)}</dd>}
          </div>
        ))}
      </dl>
      {others && <p className="dim">{t('others')}</p>}
    </div>
  )
}

function Row({ change: { difference, from, to, needs } }: { change: Change }) {
  const t = useDialText()
  return (
    <dd>
      <span>{`${rowName(t, difference)}: `}</span>
      <span className="was">{rowValue(t, from)}</span>
      <span aria-hidden="true"> → </span>
      <span className="vh"> {t('becomes')} </span>
      <b>{rowValue(t, to)}</b>
      {needs.length > 0 && (
        <small>{t('together', { turns: needs.map((need) => turnName(t, need)).join(', ') })}</small>
      )}
    </dd>
  )
}
