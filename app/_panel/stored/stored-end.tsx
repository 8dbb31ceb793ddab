'use client'
import { useLive } from '@/app/_live/state/store'
import { useNow } from '@/app/_live/state/use-now'
// Part of the Stored view: it counts down with the sandbox clock.
import { useLocale, useText } from '@/lib/i18n/client'
import { clockTime, dayAndTime, duration } from '@/lib/reading/format'
import { Aside } from './stored-line'

interface EndProps {
  /** ISO 8601 by the sandbox clock; null: no end of its own. */
  expiresAt: string | null
  /** When the exchange took place, by the same clock: counts where one has stepped back. */
  then: string
}

export function StoredEnd({ expiresAt, then }: EndProps) {
  const t = useText('inspector')
  const locale = useLocale()
  const live = useLive((state) => state.cursor === null && state.sandbox !== null)
  const ticking = useNow()
  if (!expiresAt) return <span>{t('stored.noEnd')}</span>
  const now = live ? ticking : Date.parse(then)
  const left = Math.round((Date.parse(expiresAt) - now) / 1000)
  return (
    <>
      <span>{clockTime(expiresAt, locale)}</span>
      <Aside>{`, ${t(left > 0 ? 'time.in' : 'time.ago', { span: duration(Math.abs(left), locale) })}`}</Aside>
    </>
  )
}

/** When the browser drops a cookie by itself: its own clock, which nobody turns here. */
export function KeptUntil({ at, turned }: { at: string; turned: boolean }) {
  const t = useText('inspector')
  const locale = useLocale()
  const time = dayAndTime(Date.parse(at), locale)
  return <Aside>{t(turned ? 'stored.keptUntilTurned' : 'stored.keptUntil', { time })}</Aside>
}

/** Of no use any more, and still there: one sentence in the place of both ends. */
export function StillKept({ until }: { until: string | undefined }) {
  const t = useText('inspector')
  const locale = useLocale()
  const words = until
    ? t('stored.stillKept', { time: dayAndTime(Date.parse(until), locale) })
    : t('stored.noLongerGood')
  return <Aside>{words}</Aside>
}

/** Signs nobody in any more. */
export function EndedRow({ until }: { until: string }) {
  const t = useText('inspector')
  const locale = useLocale()
  return <Aside>{t('stored.endedRow', { time: dayAndTime(Date.parse(until), locale) })}</Aside>
}
