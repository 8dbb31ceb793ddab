'use client' // ticks, and turns the server's clock

import { advance, resetClock } from '@/app/_live/requests/acts'
import { useLive } from '@/app/_live/state/store'
import { useNow } from '@/app/_live/state/use-now'
import { useOpen } from '@/app/_live/state/use-open'
import { Icon } from '@/app/_ui/icon'
import { useLocale, useText } from '@/lib/i18n/client'
import { clockTime, countdown, timeLeft } from '@/lib/reading/format'

/** The server's clock of this sandbox. The browser's own stays as it is. */
export function ClockControl() {
  const t = useText('shop')
  const locale = useLocale()
  const open = useOpen()
  const offset = useLive((live) => live.clockOffset)
  return (
    <fieldset className="clock">
      <legend className="vh">{t('clock.label')}</legend>
      <Time />
      <button
        type="button"
        className="btn"
        disabled={!open}
        aria-label={`${t('clock.seconds', { n: 30 })}: ${t('clock.turn-seconds', { n: 30 })}`}
        onClick={() => void advance(30)}
      >
        {t('clock.seconds', { n: 30 })}
      </button>
      <button
        type="button"
        className="btn"
        disabled={!open}
        aria-label={`${t('clock.minutes', { n: 15 })}: ${t('clock.turn-minutes', { n: 15 })}`}
        onClick={() => void advance(15 * 60)}
      >
        {t('clock.minutes', { n: 15 })}
      </button>
      <button
        type="button"
        className="btn square"
        disabled={!open || offset === 0}
        aria-label={t('clock.now')}
        title={
          offset === 0
            ? t('clock.now')
            : `${t('clock.now')} (${t('clock.ahead', { time: timeLeft(offset, locale) })})`
        }
        onClick={() => void resetClock()}
      >
        <Icon name="again" />
      </button>
    </fieldset>
  )
}

function Time() {
  const t = useText('shop')
  const locale = useLocale()
  const now = useNow()
  const offset = useLive((live) => live.clockOffset)
  return (
    <span className="time" title={t('clock.label')}>
      <Icon name="clock" />
      <span className="mono">{now === 0 ? '--:--:--' : clockTime(new Date(now).toISOString(), locale)}</span>
      {offset !== 0 && <small>{`+${countdown(offset)}`}</small>}
    </span>
  )
}
