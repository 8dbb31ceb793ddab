// One exchange in its row. Memoised, as the heads are.
import { memo } from 'react'
import { cx } from '@/app/_ui/cx'
import type { Exchange } from '@/lib/trace/model/exchange'
import { MarkButton } from './mark-button'

interface CellProps {
  /** Place among the stops. */
  at: number
  /** Of the step. */
  index: number
  exchange: Exchange | undefined
  /** How the row's line runs through (span-cells.ts). */
  line: string
  /** An act between two steps cuts through all rows; a forced sign-out is a whole line. */
  cut: 'desk' | 'act' | null
  chosen: boolean
}

/** The column, or the line, of what is chosen. */
export const CHOSEN =
  'bg-mark-1 forced-colors:outline-2 forced-colors:-outline-offset-2 forced-colors:outline-[Highlight]'

export const StepCell = memo(drawCell)

function drawCell({ at, index, exchange, line, cut, chosen }: CellProps) {
  return (
    <td className={cx('relative h-6 p-0 max-tablet:h-10', chosen && CHOSEN)}>
      {line && <span className={lineClass(line)} />}
      {cut && (
        <span
          className={cx(
            'absolute inset-y-0 left-1/2 border-l-2 border-ink forced-colors:border-[CanvasText]',
            cut === 'act' && 'border-dotted',
          )}
        />
      )}
      {exchange && (
        <MarkButton
          at={at}
          index={index}
          exchange={exchange}
          className="mx-auto size-6 justify-center max-tablet:size-10"
        />
      )}
    </td>
  )
}

function lineClass(line: string): string {
  return cx(
    'absolute top-1/2 -translate-y-1/2 border-lane forced-colors:border-[CanvasText]',
    line.includes('from') ? 'left-1/2' : 'left-0',
    line.includes('half') ? 'right-1/2' : 'right-0',
    line.includes('guest') ? 'border-t' : 'border-t-2',
  )
}
