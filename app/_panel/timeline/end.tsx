'use client'
import { useLive } from '@/app/_live/state/store'
import { useNow } from '@/app/_live/state/use-now'
// Counts down once a second.
import { useLocale, useText } from '@/lib/i18n/client'
import { timeLeft } from '@/lib/reading/format'
import type { Span } from '@/lib/reading/timeline/access'
import type { Column } from '@/lib/reading/timeline/steps-of'
import { endOfLine, type LineEnd } from '@/lib/reading/timeline/timeline-left'
import { verdictOf } from '@/lib/reading/timeline/verdict'
import type { Row } from './column'

/** The end of an access token is not the end of the sign-in: it can be renewed. */
const wordOf = (key: LineEnd['key'], { lane }: Row) =>
  lane === 'jwt' && (key === 'expires' || key === 'over') ? `${key}Token` : key

/** What is left of the credential of one lane and device: dashed while it is still to come. */
export function TimelineEnd({
  row,
  span,
  columns,
}: {
  row: Row
  span: Span | undefined
  columns: readonly Column[]
}) {
  const t = useText('inspector')
  const locale = useLocale()
  const now = useNow()
  const exchanges = useLive((live) => live.exchanges)
  const act = useLive((live) => live.desk.at(-1)) ?? null
  const verdict = verdictOf({ strategy: row.lane, device: row.device, act, exchanges, now })
  const { key, seconds, step } = endOfLine(span, verdict, columns, now)
  const values = { time: seconds === null ? '' : timeLeft(seconds, locale), n: step ?? 0 }
  return (
    <span className={`end ${row.lane} ${seconds === null ? 'stop' : 'due'}`}>
      {seconds !== null && <span className="ln" />}
      <span>{t(`timeline.end.${wordOf(key, row)}`, values)}</span>
    </span>
  )
}
