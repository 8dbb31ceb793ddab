'use client'
// Reads the live store and counts down once a second: what each row's credential has left.
import { useLive } from '@/app/_live/state/store'
import { useNow } from '@/app/_live/state/use-now'
import type { Span } from '@/lib/reading/timeline/access'
import { endOfLine, type LineEnd } from '@/lib/reading/timeline/timeline-left'
import { verdictOf } from '@/lib/reading/timeline/verdict'
import type { TimelineView } from './view'

/** Of a row, by its position. */
export function useLeft({ rows, columns, spans }: TimelineView): (row: number) => LineEnd {
  const exchanges = useLive((live) => live.exchanges)
  const act = useLive((live) => live.desk.at(-1)) ?? null
  const { tolerance } = useLive((live) => live.dials.jwt)
  const now = useNow(spans.some((row) => isCounting(row.at(-1))))
  return (row) => {
    const { lane, device } = rows[row]!
    const verdict = verdictOf({ strategy: lane, device, act, exchanges, now, tolerance })
    return endOfLine(spans[row]!.at(-1), verdict, columns, now)
  }
}

/** A row that has ended stays as it is. */
const isCounting = (span: Span | undefined) => span !== undefined && span.to === null && span.signedIn
