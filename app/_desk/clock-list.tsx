'use client' // counts down by the sandbox clock
import { useLive } from '@/app/_live/state/store'
import { useNow } from '@/app/_live/state/use-now'
import { useLocale, useText } from '@/lib/i18n/client'
import { clockTime, timeLeft } from '@/lib/reading/format'
import { touchEvery } from '@/lib/strategies/lifetimes'
import type { StrategyName } from '@/lib/strategies/strategy'
import { type Clock, clocksOf } from './clocks'
import { useStored } from './use-stored'

/** Every end that what this device holds has, by the server's clock. */
export function ClockList({ strategy }: { strategy: StrategyName }) {
  const t = useText('acts')
  const dials = useLive((live) => live.dials)
  const stored = useStored(strategy)
  const clocks = clocksOf(strategy, stored, dials)
  const none = stored.tokens.some(({ ended }) => ended) ? 'clocks.none-works' : 'clocks.none'
  if (clocks.length === 0) return <p className="clocks dim">{t(none)}</p>
  return (
    <dl className="clocks">
      {clocks.map((clock) => (
        <ClockRow key={clock.name} clock={clock} note={noteOf(clock, dials)} idle={dials.session.idle} />
      ))}
    </dl>
  )
}

type Live = ReturnType<typeof useLive.getState>

/** Key of the words on what moves this end. */
function noteOf({ name }: Clock, { session, jwt }: Live['dials']): string {
  if (name === 'idle') return session.sliding ? 'idle' : 'idle-fixed'
  if (name === 'access') return jwt.sliding === 'off' ? 'access' : 'access-sliding'
  return name
}

interface ClockProps {
  clock: Clock
  note: string
  /** Seconds. */
  idle: number
}

function ClockRow({ clock: { name, end }, note, idle }: ClockProps) {
  const t = useText('acts')
  const locale = useLocale()
  const left = (end - useNow()) / 1000
  return (
    <div className={left > 0 ? undefined : 'over'}>
      <dt>
        <span>{t(`clocks.${name}`)}</span>
        <small>{t(`clocks.note.${note}`, { every: touchEvery(idle) })}</small>
      </dt>
      <dd>
        <b className="mono">{left > 0 ? timeLeft(left, locale) : t('clocks.over')}</b>
        <small className="mono">{clockTime(new Date(end).toISOString(), locale)}</small>
      </dd>
    </div>
  )
}
