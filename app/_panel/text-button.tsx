import type { ComponentProps } from 'react'
import { cx } from '@/app/_ui/cx'

/** A button that stands among the words of a line. As high as a finger needs, without making the line higher (WCAG 2.2, 2.5.8). */
export function TextButton({ className, children, ...rest }: ComponentProps<'button'>) {
  return (
    <button
      type="button"
      className={cx(
        'inline-flex min-h-6 items-center gap-0.5 rounded-1 px-0.5 font-sans text-12 font-semibold underline underline-offset-2 select-none hover:bg-mark-2 max-tablet:min-h-10 print:hidden',
        className,
      )}
      {...rest}
    >
      {children}
    </button>
  )
}
