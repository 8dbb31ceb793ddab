'use client'
import { dialOf, isWeak, positionIn, turnedFrom } from '@/app/_live/dials/dial-list'
import {
  dialName,
  dialWhy,
  positionName,
  rowName,
  rowValue,
  turnName,
  useDialText,
} from '@/app/_live/dials/words'
import { useLive } from '@/app/_live/state/store'
// Folded: one at a time is open (the name makes the browser close the others).
import { useText } from '@/lib/i18n/client'
import { type Citation, citation } from '@/lib/reading/notes/sources'
import type { StrategyName } from '@/lib/strategies/strategy'
import { type Change, previewOf } from './preview'
import { SOURCES } from './sources'

export interface DialProps {
  strategy: StrategyName
  name: string
}

export function AboutDial({ strategy, name }: DialProps) {
  const t = useDialText()
  return (
    <details className="group/about text-12" name={`about-${strategy}`}>
      <summary className="absolute top-1.5 right-4 list-none min-w-6 py-1 text-right text-ink-2 underline decoration-line-strong decoration-dotted underline-offset-3 hover:text-ink max-tablet:top-0 max-tablet:py-2.5 [&::-webkit-details-marker]:hidden">
        {t('about')}
        <span className="sr-only">{`: ${dialName(t, strategy, name)}`}</span>
      </summary>
      <p className="mt-2 text-13">{dialWhy(t, strategy, name)}</p>
      <Sources of={SOURCES[strategy][name] ?? []} />
      <Preview strategy={strategy} name={name} />
      <code lang="en" className="mt-1.5 block font-mono text-ink-3">{`${strategy}.${name}`}</code>
    </details>
  )
}

export function Sources({ of }: { of: readonly Citation[] }) {
  const t = useText('sources')
  return (
    <ul className="mt-1 flex flex-wrap gap-x-3 gap-y-0.5 text-ink-2">
      {of.map((source) => (
        <li key={citation(t, source)}>
          <a className="inline-block py-1" href={source.href} rel="noreferrer">
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
    <div className="mt-1.5 rounded-1 bg-sunk px-2.5 py-2">
      <h4 className="font-normal text-ink-2">{t('preview')}</h4>
      <dl>
        {turns.map(({ turn, changes }) => (
          <div key={String(turn.value)} className="mt-1.5">
            <dt className="font-semibold">
              <span>{positionName(t, turn)}</span>
              {isWeak(turn) && <b>{` · ${t('weak')}`}</b>}
            </dt>
            {changes.map((change) => (
              <Row key={JSON.stringify(change)} change={change} />
            ))}
            {changes.length === 0 && <dd className="pl-2.5 text-ink-2">{t(silent)}</dd>}
          </div>
        ))}
      </dl>
      {others && <p className="mt-1.5 text-ink-2">{t('others')}</p>}
    </div>
  )
}

function Row({ change: { difference, from, to, needs } }: { change: Change }) {
  const t = useDialText()
  return (
    <dd className="pl-2.5 text-ink-2">
      <span>{`${rowName(t, difference)}: `}</span>
      <span>{rowValue(t, from)}</span>
      <span aria-hidden="true"> → </span>
      <span className="sr-only"> {t('becomes')} </span>
      <b className="text-ink">{rowValue(t, to)}</b>
      {needs.length > 0 && (
        <small className="block">
          {t('together', { turns: needs.map((need) => turnName(t, need)).join(', ') })}
        </small>
      )}
    </dd>
  )
}
