'use client' // counts down by the sandbox clock
import { dialPlace } from '@/app/_live/dials/dial-list'
import { useLive } from '@/app/_live/state/store'
import { useNow } from '@/app/_live/state/use-now'
import { cx } from '@/app/_ui/cx'
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
  if (clocks.length === 0) return <p className="px-4 py-3 text-13 text-ink-3">{t(none)}</p>
  return (
    <dl className="px-4 pt-1 pb-2 text-13">
      {clocks.map((clock) => (
        <ClockRow
          key={clock.name}
          clock={clock}
          note={noteOf(clock, dials)}
          idle={dials.session.idle}
          dial={dialPlaceOf(strategy, clock)}
        />
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

const SMALL = 'block text-12 font-normal text-ink-3'
/** As a refusal is drawn: it does not let in any more. */
const OVER = 'rounded-1 bg-inverse px-1.5 py-px font-mono text-12 text-on-inverse'

/** Dials that set how long a clock runs. */
const DIALS: Partial<Record<Clock['name'], string>> = {
  idle: 'idle',
  absolute: 'absolute',
  access: 'accessLife',
}

function dialPlaceOf(strategy: StrategyName, { name }: Clock): string | null {
  const dial = DIALS[name]
  return dial ? dialPlace(strategy, dial) : null
}

interface ClockProps {
  clock: Clock
  note: string
  /** Seconds. */
  idle: number
  /** The place of the dial for it. */
  dial: string | null
}

function ClockRow({ clock: { name, end }, note, idle, dial }: ClockProps) {
  const t = useText('acts')
  const locale = useLocale()
  const left = (end - useNow()) / 1000
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-3 border-line py-1.5 not-first:border-t">
      <dt className="font-semibold">
        <span>{t(`clocks.${name}`)}</span>
        <small className={SMALL}>{t(`clocks.note.${note}`, { every: touchEvery(idle) })}</small>
        {dial && (
          <a href={`#${dial}`} className="inline-block py-1 text-12 font-normal">
            {t('clocks.dial')}
          </a>
        )}
      </dt>
      <dd className="text-right">
        <b className={left > 0 ? 'font-mono text-16' : OVER}>
          {left > 0 ? timeLeft(left, locale) : t('clocks.over')}
        </b>
        <small className={cx(SMALL, 'font-mono')}>{clockTime(new Date(end).toISOString(), locale)}</small>
      </dd>
    </div>
  )
}
