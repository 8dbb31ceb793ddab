import type { ReactNode } from 'react'
import { cx } from './cx'

/** Five facts, five shapes; each means one thing wherever it stands on this site. */
export type MarkOf = 'let-in' | 'refused' | 'stored' | 'exposed' | 'held'

/**
 * let in: an open circle. refused: a solid block with a cross. stored: a row, full width, under what wrote it.
 * exposed: an open eye. held: a shield, what an attack did not get past. Drawn in the colour of the text, 16 units wide.
 */
export function Mark({ of, className }: { of: MarkOf; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      className={cx('size-4 flex-none fill-none stroke-current stroke-[1.5]', className)}
    >
      {SHAPES[of]}
    </svg>
  )
}

const SHAPES: Record<MarkOf, ReactNode> = {
  'let-in': <circle cx="8" cy="8" r="4.5" />,
  refused: (
    <>
      <rect x="3" y="3" width="10" height="10" fill="currentColor" />
      <path d="m5.8 5.8 4.4 4.4m0-4.4-4.4 4.4" stroke="var(--surface)" />
    </>
  ),
  stored: <path d="M2 4.5h12M2 8h12M2 11.5h12" strokeWidth="2" />,
  exposed: (
    <>
      <path d="M1.5 8C3 5.2 5.3 3.8 8 3.8S13 5.2 14.5 8C13 10.8 10.7 12.2 8 12.2S3 10.8 1.5 8Z" />
      <circle cx="8" cy="8" r="1.9" fill="currentColor" stroke="none" />
    </>
  ),
  held: <path d="M8 2 13 3.8V8c0 3-2 5-5 6.2C5 13 3 11 3 8V3.8Z" />,
}
