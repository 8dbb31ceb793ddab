import { cx } from '@/app/_ui/cx'
import { Icon } from '@/app/_ui/icon'
import type { NoteVerdict } from '@/lib/note/row'

/** A word with a sign: what holds is quiet, what does not is a solid block. Never a hue. */
export function VerdictWord({ verdict, word }: { verdict: NoteVerdict; word: string }) {
  return (
    <span
      className={cx(
        'inline-flex h-5.5 items-center gap-1 justify-self-start rounded-1 text-12 leading-none whitespace-nowrap',
        LOOKS[verdict],
      )}
    >
      {SIGNS[verdict]}
      {word}
    </span>
  )
}

const LOOKS: Record<NoteVerdict, string> = {
  correct: 'text-ink-3',
  imprecise: 'border border-dashed border-line-strong px-1.5 font-medium text-ink-2',
  outdated: 'border border-ink px-1.5 font-semibold',
  wrong:
    'bg-inverse px-1.5 font-semibold text-on-inverse forced-colors:bg-[CanvasText] forced-colors:text-[Canvas] forced-colors:forced-color-adjust-none',
}

const SIGN = 'size-3 stroke-2'
const SIGNS = {
  correct: <Icon name="check" className={SIGN} />,
  imprecise: <span aria-hidden="true">≈</span>,
  outdated: <Icon name="clock" className={SIGN} />,
  wrong: <Icon name="cross" className={SIGN} />,
}
