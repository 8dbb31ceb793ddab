'use client'
// Rows and cells of the evidence: the same three columns as the lanes above, on a phone only the chosen one.
import type { ReactNode } from 'react'
import { useLive } from '@/app/_live/state/store'
import { cx } from '@/app/_ui/cx'
import { useInUse } from '@/app/_ui/in-use'
import { CELL, ROW, ROW_HEAD } from '@/app/_ui/table-roles'
import { useNarrow } from '@/app/_ui/use-narrow'
import type { StrategyName } from '@/lib/strategies/strategy'
import { useLanesShown } from './lanes-shown'

interface RowProps {
  /** The row's header, which is not drawn: the columns are as wide as the lanes. */
  name: ReactNode
  cell(lane: StrategyName): ReactNode
  className?: string
}

export function LaneRow({ name, cell, className }: RowProps) {
  const chosen = useLive((live) => live.lane)
  const lanes = useLanesShown()
  const isNarrow = useNarrow()
  const inUse = useInUse()
  return (
    <tr
      {...ROW}
      className={cx(lanes.length === 1 ? 'block' : 'grid grid-cols-3 max-tablet:grid-cols-1', className)}
    >
      <th {...ROW_HEAD} className="sr-only">
        {name}
      </th>
      {lanes.map((lane) => (
        <td
          key={lane}
          {...CELL}
          className={cx(
            `lane-${lane} min-w-0 border-line not-first-of-type:border-l`,
            lanes.length === 1 && 'block',
            lane !== chosen && 'max-tablet:hidden',
          )}
        >
          {(lane === chosen || !isNarrow || inUse) && cell(lane)}
        </td>
      ))}
    </tr>
  )
}

/** A row that is the same in all lanes: it stands once. */
export function WideRow({ children }: { children: ReactNode }) {
  const lanes = useLanesShown()
  return (
    <tr {...ROW} className="block bg-sunk">
      <td {...CELL} colSpan={lanes.length + 1} className="block">
        {children}
      </td>
    </tr>
  )
}

/** A sentence in the place of a line. */
export const Said = ({ children }: { children: ReactNode }) => (
  <p className="px-3.75 py-px font-sans text-13 leading-ui text-ink-2">{children}</p>
)

/** What the lines below are of; at the right how much, or which way they are read. */
export function Title({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-x-1.5 px-3 pt-2 pb-0.5 font-sans text-12 leading-ui">
      <span className="font-semibold text-ink-2">{children}</span>
      {end && <span className="ml-auto text-ink-3">{end}</span>}
    </div>
  )
}

const LOOKS = {
  gone: 'pl-3.75 text-ink-3',
  start: 'pl-3.75 font-bold',
  credential: 'border-l-3 border-lane bg-tint pl-3',
  /** It differs, and is added by the browser or the HTTP server by itself. */
  added: 'pl-3.75 text-ink-2',
  differs: 'border-l-3 border-ink bg-mark-1 pl-3 font-semibold',
} as const

interface LineProps {
  look: keyof typeof LOOKS
  /** What stands at the right; `words`: where what is drawn is no word. */
  end?: { text: string; words?: string }
  /** The only line of its cell. */
  alone?: boolean
  children: ReactNode
}

/** One line in one lane, with its octets. */
export function Line({ look, end, alone, children }: LineProps) {
  return (
    <div
      className={cx(
        'grid grid-cols-[minmax(0,1fr)_auto] content-start gap-x-2.5 py-px pr-3',
        alone && 'h-full',
        LOOKS[look],
      )}
    >
      <div className="min-w-0 wrap-anywhere">{children}</div>
      {end && (
        <span className="text-12 font-normal text-ink-3">
          <span aria-hidden={end.words !== undefined || undefined}>{end.text}</span>
          {end.words && <span className="sr-only">{end.words}</span>}
        </span>
      )}
    </div>
  )
}
