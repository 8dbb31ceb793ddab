'use client'
// Counts down once a second.
import { useLocale, useText } from '@/lib/i18n/client'
import { timeLeft } from '@/lib/reading/format'
import type { LineEnd } from '@/lib/reading/timeline/timeline-left'
import { useLeft } from '../left'
import type { Row, TimelineView } from '../view'

/** The end of an access token is not the end of the sign-in: it can be renewed. */
const wordOf = (key: LineEnd['key'], { lane }: Row) =>
  lane === 'jwt' && (key === 'expires' || key === 'over') ? `${key}Token` : key

/** What is left of the credential of one lane and device: dashed while it is still to come. */
export function RowEnd({ view, i }: { view: TimelineView; i: number }) {
  const t = useText('inspector')
  const locale = useLocale()
  const { key, seconds, step } = useLeft(view)(i)
  const values = { time: seconds === null ? '' : timeLeft(seconds, locale), n: step ?? 0 }
  return (
    <span className="flex items-center gap-2 whitespace-nowrap">
      {seconds !== null && (
        <span className="w-6 border-t-2 border-dashed border-lane forced-colors:border-[CanvasText]" />
      )}
      <span className={seconds === null ? 'text-ink-3' : 'text-ink-2'}>
        {t(`timeline.end.${wordOf(key, view.rows[i]!)}`, values)}
      </span>
    </span>
  )
}
