'use client'
// Runs with the sandbox clock.
import { useLocale, useText } from '@/lib/i18n/client'
import { useLive } from '../_shop/live'
import { useNow } from '../_shop/use-now'
import { dayAndTime, spanOf } from './figures'

/** A NumericDate (RFC 7519 section 2) for people: when that is, and how far from now by the sandbox clock. */
export function PartTime({ seconds }: { seconds: number }) {
  const t = useText('inspector')
  const locale = useLocale()
  const now = useNow()
  const open = useLive((live) => live.sandbox !== null)
  const left = Math.round((seconds * 1000 - now) / 1000)
  return (
    <small>
      {dayAndTime(seconds * 1000, locale)}
      {open && `, ${t(left > 0 ? 'time.in' : 'time.ago', { span: spanOf(Math.abs(left)) })}`}
    </small>
  )
}
