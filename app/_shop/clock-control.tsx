'use client' // ticks, and turns the server's clock

import { advance, resetClock } from '@/app/_live/requests/acts'
import { useLive } from '@/app/_live/state/store'
import { useNow } from '@/app/_live/state/use-now'
import { ActButton, useWhyOff } from '@/app/_notices/act-button'
import { Icon } from '@/app/_ui/icon'
import { useLocale, useText } from '@/lib/i18n/client'
import { clockTime, timeLeft } from '@/lib/reading/format'

/** The server's clock of this sandbox. The browser's own stays as it is. */
export function ClockControl() {
  const t = useText('shop')
  const told = useText('told')
  const off = useWhyOff()
  const offset = useLive((live) => live.clockOffset)
  return (
    <fieldset aria-label={t('clock.label')} className="flex flex-none items-center gap-1.5">
      <Time />
      <ActButton
        why={off}
        aria-label={`${t('clock.seconds', { n: 30 })}: ${t('clock.turn-seconds', { n: 30 })}`}
        onClick={() => void advance(30)}
      >
        <span>{t('clock.seconds', { n: 30 })}</span>
      </ActButton>
      <ActButton
        why={off}
        aria-label={`${t('clock.minutes', { n: 15 })}: ${t('clock.turn-minutes', { n: 15 })}`}
        data-path="wait"
        onClick={() => void advance(15 * 60)}
      >
        <span>{t('clock.minutes', { n: 15 })}</span>
      </ActButton>
      <ActButton
        size="square"
        why={off ?? (offset === 0 ? told('off.clock') : null)}
        aria-label={t('clock.now')}
        onClick={() => void resetClock()}
      >
        <Icon name="again" />
      </ActButton>
    </fieldset>
  )
}

/** Which clock it is; once it is turned, by how much. */
function Time() {
  const t = useText('shop')
  const locale = useLocale()
  const now = useNow()
  const offset = useLive((live) => live.clockOffset)
  return (
    <span className="grid min-w-16 flex-none text-right text-12 leading-tight text-ink-3">
      <span>{offset === 0 ? t('clock.name') : t('clock.ahead', { time: timeLeft(offset, locale) })}</span>
      <span className="font-mono text-13 text-ink">
        {now === 0 ? '--:--:--' : clockTime(new Date(now).toISOString(), locale)}
      </span>
    </span>
  )
}
