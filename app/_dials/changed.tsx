import type { ReactNode } from 'react'

/** A mark beside what is not as it was made: a block, and the word. */
export function Changed({ children }: { children: ReactNode }) {
  return (
    <b className="inline-flex items-baseline gap-1.5 text-12 font-semibold whitespace-nowrap text-ink">
      <span aria-hidden="true" className="size-1.5 self-center bg-current forced-color-adjust-none" />
      <span>{children}</span>
    </b>
  )
}
