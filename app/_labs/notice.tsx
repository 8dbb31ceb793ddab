import type { ReactNode } from 'react'
import { cx } from '@/app/_ui/cx'

/** What stands in the way, and what to do. */
export function Notice({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <p className={cx('mb-4 rounded-2 border border-ink bg-surface px-3.5 py-2.5 text-14', className)}>
      {children}
    </p>
  )
}
