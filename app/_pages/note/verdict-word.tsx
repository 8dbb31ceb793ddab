import { cx } from '@/app/_ui/cx'
import type { NoteVerdict } from '@/lib/note/row'

/** A word with a sign: what holds is quiet, what does not is a solid block. Never a hue. */
export function VerdictWord({ verdict, word }: { verdict: NoteVerdict; word: string }) {
  return (
    <span className={cx('inline-flex h-5.5 items-center gap-1 text-12 leading-none', LOOKS[verdict])}>
      {word}
    </span>
  )
}

const LOOKS: Record<NoteVerdict, string> = {
  correct: "text-ink-3 before:content-['✓'/'']",
  imprecise:
    "rounded-1 border border-dashed border-line-strong px-1.5 font-medium text-ink-2 before:content-['≈'/'']",
  outdated: "rounded-1 border border-ink px-1.5 font-semibold before:content-['↺'/'']",
  wrong:
    "rounded-1 bg-inverse px-1.5 font-semibold text-on-inverse before:content-['✕'/''] forced-colors:bg-[CanvasText] forced-colors:text-[Canvas] forced-colors:forced-color-adjust-none",
}

/** The same for each row of a list, written once: `data-is` of the row says which, and the word is its own span. */
export const VERDICTS_IN_ROWS = cx(
  '[&>li>span]:inline-flex [&>li>span]:h-5.5 [&>li>span]:items-center [&>li>span]:gap-1 [&>li>span]:justify-self-start [&>li>span]:rounded-1 [&>li>span]:text-12 [&>li>span]:leading-none',
  "[&>li[data-is~=correct]>span]:text-ink-3 [&>li[data-is~=correct]>span]:before:content-['✓'/'']",
  "[&>li[data-is~=imprecise]>span]:border [&>li[data-is~=imprecise]>span]:border-dashed [&>li[data-is~=imprecise]>span]:border-line-strong [&>li[data-is~=imprecise]>span]:px-1.5 [&>li[data-is~=imprecise]>span]:font-medium [&>li[data-is~=imprecise]>span]:text-ink-2 [&>li[data-is~=imprecise]>span]:before:content-['≈'/'']",
  "[&>li[data-is~=outdated]>span]:border [&>li[data-is~=outdated]>span]:border-ink [&>li[data-is~=outdated]>span]:px-1.5 [&>li[data-is~=outdated]>span]:font-semibold [&>li[data-is~=outdated]>span]:before:content-['↺'/'']",
  "[&>li[data-is~=wrong]>span]:bg-inverse [&>li[data-is~=wrong]>span]:px-1.5 [&>li[data-is~=wrong]>span]:font-semibold [&>li[data-is~=wrong]>span]:text-on-inverse [&>li[data-is~=wrong]>span]:before:content-['✕'/''] forced-colors:[&>li[data-is~=wrong]>span]:bg-[CanvasText] forced-colors:[&>li[data-is~=wrong]>span]:text-[Canvas] forced-colors:[&>li[data-is~=wrong]>span]:forced-color-adjust-none",
)
