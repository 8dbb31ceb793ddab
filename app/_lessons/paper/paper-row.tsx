import type { ReactNode } from 'react'

interface Props {
  n: number
  kind: string
  /** How long it takes. */
  time?: string
  children: ReactNode
}

/** A step on paper: its number and what it asks for at the left. */
export function PaperRow({ n, kind, time, children }: Props) {
  return (
    <li className="grid break-inside-avoid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-4 border-t border-line py-2 max-narrow:grid-cols-1 print:py-1.5 print:text-13">
      <p className="text-12 text-ink-2">
        <b className="font-semibold text-ink">{n}</b>
        <span>{` ${kind}`}</span>
        {time && <span className="block text-ink-3 tabular-nums max-narrow:inline">{` ${time}`}</span>}
      </p>
      <div className="min-w-0">{children}</div>
    </li>
  )
}
