'use client'
import { turn, useAsked } from '@/app/_live/dials/asked'
import { type DialTurn, dialOf, isWeak, positionIn, stillBecause } from '@/app/_live/dials/dial-list'
import { useLive } from '@/app/_live/state/store'
import { useOpen } from '@/app/_live/state/use-open'
// Turned by its radio buttons.
import type { Dials } from '@/lib/strategies/dials'
import type { StrategyName } from '@/lib/strategies/strategy'
import { AboutDial, type DialProps } from './about-dial'
import { dialName, positionName, useDialText } from './words'

/** One dial: its legend, a segment for each position, and what it is about. */
export function DialField({ strategy, name }: DialProps) {
  const t = useDialText()
  const open = useOpen()
  const dials = useLive((live) => live.dials)
  const now = useShown(dials, strategy, name)
  const dial = dialOf(strategy, name)!
  const still = stillBecause(dials, strategy, name)
  return (
    <fieldset className="dial">
      <legend>
        <span>{dialName(t, strategy, name)}</span>
        {now.value !== dial.default && (
          <span className={isWeak(now) ? 'chg weak' : 'chg'}>{t(isWeak(now) ? 'weak' : 'changed')}</span>
        )}
      </legend>
      <div className="seg sm">
        {dial.values.map((value) => (
          <Segment key={String(value)} turned={{ strategy, name, value }} now={now} disabled={!open} />
        ))}
      </div>
      {still && <p className="still">{t(`still.${still}`)}</p>}
      <AboutDial strategy={strategy} name={name} />
    </fieldset>
  )
}

interface SegmentProps {
  turned: DialTurn
  now: DialTurn
  disabled: boolean
}

function Segment({ turned, now, disabled }: SegmentProps) {
  const t = useDialText()
  const weak = isWeak(turned)
  return (
    <label className={weak ? 'weak' : undefined}>
      <input
        type="radio"
        name={`${turned.strategy}.${turned.name}`}
        value={String(turned.value)}
        checked={turned.value === now.value}
        disabled={disabled}
        onChange={() => void turn([turned])}
      />
      <span>{positionName(t, turned)}</span>
      {weak && <span className="vh">, {t('weak')}</span>}
    </label>
  )
}

/** Where it was last asked to be, else where it stands. */
function useShown(dials: Dials, strategy: StrategyName, name: string): DialTurn {
  const asked = useAsked(({ turns }) =>
    turns.findLast((one) => one.strategy === strategy && one.name === name),
  )
  return asked ?? { strategy, name, value: positionIn(dials, strategy, name) }
}
