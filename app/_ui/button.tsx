import type { ComponentProps } from 'react'
import { cx } from './cx'

const LOOKS = {
  plain: 'border-line-strong bg-surface font-medium hover:border-ink active:bg-mark-1',
  /** The one heavy button of a view. */
  solid: 'border-inverse bg-inverse font-semibold text-on-inverse',
  quiet: 'border-transparent font-medium text-ink-2 hover:bg-mark-1 hover:text-ink',
} as const

/** 24 px at least, 40 on a phone (WCAG 2.2, 2.5.8). */
const SIZES = {
  md: 'h-7.5 px-2.5 text-13 max-tablet:h-10',
  sm: 'h-6.5 px-2 text-12 max-tablet:h-10',
  /** A picture alone: the control has its name from aria-label. */
  square: 'size-7.5 text-13 max-tablet:size-10',
} as const

const OFF = 'cursor-not-allowed bg-transparent text-ink-3 hover:bg-transparent active:bg-transparent'
const OFF_EDGES = {
  plain: 'border-line hover:border-line',
  solid: 'border-line hover:border-line',
  quiet: 'border-transparent',
} as const

interface Look {
  look?: keyof typeof LOOKS
  size?: keyof typeof SIZES
  /** It cannot be pressed now: it keeps its place and its focus, looks so, and does nothing. Say why: `aria-describedby`. */
  off?: boolean
}

/** What makes a button of anything: also of a link. */
export function buttonClass({ look = 'plain', size = 'md', off = false }: Look = {}): string {
  return cx(
    'inline-flex items-center justify-center gap-1.5 rounded-2 border leading-none whitespace-nowrap no-underline print:hidden',
    SIZES[size],
    off ? cx(OFF, OFF_EDGES[look]) : LOOKS[look],
  )
}

/** Never `disabled`: what a visitor has to find stays in the order of the Tab key (APG, "Focusability of disabled controls"). */
export function Button({
  look,
  size,
  off,
  className,
  onClick,
  children,
  ...rest
}: Omit<ComponentProps<'button'>, 'disabled'> & Look) {
  return (
    <button
      type="button"
      aria-disabled={off || undefined}
      className={cx(buttonClass({ look, size, off }), className)}
      onClick={off ? undefined : onClick}
      {...rest}
    >
      {children}
    </button>
  )
}
