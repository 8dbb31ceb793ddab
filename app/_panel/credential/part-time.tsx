'use client'
import { useLive } from '@/app/_live/state/store'
import { useNow } from '@/app/_live/state/use-now'
// Runs with the sandbox clock.
import type { NumericDate } from '@/lib/codec/numeric-date'
import { useLocale, useText } from '@/lib/i18n/client'
import { dayAndTime, duration } from '@/lib/reading/format'

/** A NumericDate for people: when that is, and how far from now by the sandbox clock. */
export function PartTime({ time }: { time: NumericDate }) {
  const t = useText('inspector')
  if (time.kind !== 'date')
    return <small className="block text-12 text-ink-3">{t(`time.${time.kind}`)}</small>
  return <Counting seconds={time.seconds} />
}

function Counting({ seconds }: { seconds: number }) {
  const t = useText('inspector')
  const locale = useLocale()
  const now = useNow()
  const open = useLive((live) => live.sandbox !== null)
  const left = Math.round((seconds * 1000 - now) / 1000)
  return (
    <small className="block text-12 text-ink-3">
      <span>{dayAndTime(seconds * 1000, locale)}</span>
      {open && (
        <span>{`, ${t(left > 0 ? 'time.in' : 'time.ago', { span: duration(Math.abs(left), locale) })}`}</span>
      )}
    </small>
  )
}
