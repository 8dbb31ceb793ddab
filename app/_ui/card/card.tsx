import type { ReactNode } from 'react'
import { cx } from '../cx'
import { Icon, type IconName } from '../icon'

interface Props {
  /** Of the heading, which names the card. */
  id: string
  icon: IconName
  title: ReactNode
  /** At the right of the heading. */
  aside?: ReactNode
  className?: string
  children: ReactNode
}

/** A part of a page with a heading of its own; the heading takes the focus of what has left the card (keep-focus.ts). */
export function Card({ id, icon, title, aside, className, children }: Props) {
  return (
    <section
      aria-labelledby={id}
      className={cx('min-w-0 rounded-2 border border-line bg-surface', className)}
    >
      <header className="flex min-h-9 items-center gap-2 border-b border-line px-4 py-1 text-13">
        <Icon name={icon} />
        <h2 id={id} tabIndex={-1} className="font-semibold">
          {title}
        </h2>
        {aside && <div className="ml-auto text-12 text-ink-3">{aside}</div>}
      </header>
      {children}
    </section>
  )
}

interface FoldProps {
  title: string
  /** At the right of the title. */
  aside?: ReactNode
  open?: boolean
  children: ReactNode
}

/** A part of a card, folded until it is wanted. */
export function CardFold({ title, aside, open, children }: FoldProps) {
  return (
    <details open={open} className="group border-line not-first:border-t">
      <summary className="flex min-h-9 list-none items-center gap-2 px-4 py-1 text-13 hover:bg-mark-1 focus-visible:-outline-offset-2 max-tablet:min-h-11 [&::-webkit-details-marker]:hidden">
        <Icon name="chevron" className="size-3 stroke-[1.5] text-ink-2 group-open:rotate-90" />
        <h3 className="font-semibold">{title}</h3>
        {aside && <div className="ml-auto text-12">{aside}</div>}
      </summary>
      {children}
    </details>
  )
}
