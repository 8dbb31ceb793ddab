import type { ReactNode } from 'react'
import { ActButton } from '@/app/_notices/act-button'

interface Props {
  title: string
  /** The button's words. */
  ask: string
  /** Of the button: what has gone with an answer leaves the focus here. */
  id: string
  /** Why it cannot be asked now. */
  why: string | null
  press(): void
  children?: ReactNode
}

/** Something that the shop is asked for on a click, and what it answered. */
export function Ask({ title, ask, id, why, press, children }: Props) {
  return (
    <div className="border-t border-line px-4 py-2 text-13">
      <div className="flex items-center justify-between">
        <h3 id={`${id}-title`} className="font-semibold">
          {title}
        </h3>
        <ActButton id={id} size="sm" why={why} aria-labelledby={`${id} ${id}-title`} onClick={press}>
          <span>{ask}</span>
        </ActButton>
      </div>
      {children}
    </div>
  )
}
