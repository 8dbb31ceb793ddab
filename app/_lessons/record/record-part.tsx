import type { ReactNode } from 'react'

interface Props {
  id: string
  title: string
  text: string
  children: ReactNode
}

/** What can be done with the record; none of it is for paper. */
export function RecordPart({ id, title, text, children }: Props) {
  return (
    <section aria-labelledby={id} className="grid max-w-measure gap-3 border-t border-line pt-4">
      <h2 id={id} tabIndex={-1} className="text-16 leading-ui outline-none">
        {title}
      </h2>
      <p className="leading-text text-ink-2">{text}</p>
      {children}
    </section>
  )
}
