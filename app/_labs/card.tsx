import type { ReactNode } from 'react'
import { cx } from '@/app/_ui/cx'

interface Props {
  /** Of the heading. */
  id: string
  /** The place on the page: first predict, then read. */
  n?: number
  title: ReactNode
  note?: ReactNode
  className?: string
  children: ReactNode
}

export const CARD =
  'min-w-0 rounded-2 border border-line bg-surface max-tablet:-mx-gutter max-tablet:rounded-none max-tablet:border-x-0 print:break-inside-avoid'

/**
 * Two cards side by side whose rows share their heights: a lane's guess and what came of it stand in one line. By number of lanes.
 * Whole words: the style sheet is made of what stands in files like this.
 */
export const PAIRED: Record<number, string> = {
  1: 'tablet:row-span-4 tablet:grid tablet:grid-rows-subgrid',
  2: 'tablet:row-span-5 tablet:grid tablet:grid-rows-subgrid',
  3: 'tablet:row-span-6 tablet:grid tablet:grid-rows-subgrid',
}

/** A part of a lab's page: a numbered heading, and what is to be done or read. On a phone it takes the whole width. */
export function Card({ id, n, title, note, className, children }: Props) {
  return (
    <section aria-labelledby={`${id}-name`} className={cx(CARD, className)}>
      <h2
        id={id}
        className="flex scroll-mt-16 flex-wrap items-baseline gap-x-2.5 gap-y-1 border-b border-line px-4 py-2.5 text-14"
      >
        {n !== undefined && <span className="font-normal text-ink-3">{n}</span>}
        <span id={`${id}-name`}>{title}</span>
        {note && <span className="ml-auto text-12 font-normal text-ink-3 max-narrow:ml-0">{note}</span>}
      </h2>
      {children}
    </section>
  )
}
