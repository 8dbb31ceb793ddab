import type { ComponentProps } from 'react'
import { cx } from '@/app/_ui/cx'

/** What opens an explanation looks so without being pointed at. */
export const OPENS =
  'inline rounded-1 text-left indent-0 wrap-anywhere underline decoration-line-strong decoration-dotted underline-offset-3 hover:bg-mark-2 hover:text-ink aria-expanded:bg-inverse aria-expanded:font-bold aria-expanded:text-on-inverse aria-expanded:no-underline forced-colors:aria-expanded:outline-2 forced-colors:aria-expanded:outline-[Highlight]'

/** A literal that an explanation belongs to: the dots beneath say so, with a mouse and without. */
export function WordButton({ className, children, ...rest }: ComponentProps<'button'>) {
  return (
    <button type="button" lang="en" translate="no" className={cx(OPENS, className)} {...rest}>
      {children}
    </button>
  )
}
