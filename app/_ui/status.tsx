import { cx } from './cx'
import { Icon } from './icon'

/** An outline lets in, a solid block refuses: shape, sign and number, never a hue. `large`: the verdict of a lane. */
export function Status({
  status,
  reason,
  large = false,
}: {
  /** undefined: nothing was answered yet. */
  status: number | undefined
  reason?: string
  large?: boolean
}) {
  const refused = status !== undefined && status >= 400
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1.5 rounded-1 border-2 font-mono leading-none whitespace-nowrap',
        large ? 'h-7 px-2 text-16 font-bold' : 'h-5.5 px-1.5 text-12 font-semibold',
        status === undefined && 'border-dashed border-line-strong text-ink-3',
        status !== undefined && (refused ? REFUSED : LET_IN),
      )}
    >
      {status !== undefined && <Icon name={refused ? 'cross' : 'check'} className="size-3 stroke-2" />}
      <span>{status === undefined ? '–' : reason ? `${status} ${reason}` : status}</span>
    </span>
  )
}

/** With a contrast theme of the system: its text colour as outline, and as block. */
const LET_IN = 'border-ink text-ink forced-colors:border-[CanvasText] forced-colors:text-[CanvasText]'
const REFUSED =
  'border-inverse bg-inverse text-on-inverse forced-colors:border-[CanvasText] forced-colors:bg-[CanvasText] forced-colors:text-[Canvas] forced-colors:forced-color-adjust-none'
