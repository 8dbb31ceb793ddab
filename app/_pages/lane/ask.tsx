import type { ReactNode } from 'react'
import { Button } from '@/app/_ui/button'

interface Props {
  title: string
  /** The button's words. */
  ask: string
  /** Of the button: what has gone with an answer leaves the focus here. */
  id: string
  off: boolean
  press(): void
  children?: ReactNode
}

/** Something that the shop is asked for on a click, and what it answered. */
export function Ask({ title, ask, id, off, press, children }: Props) {
  return (
    <div className="border-t border-line px-4 py-2 text-13">
      <div className="flex items-center justify-between">
        <h3 id={`${id}-title`} className="font-semibold">
          {title}
        </h3>
        <Button id={id} size="sm" off={off} aria-describedby={`${id}-title`} onClick={press}>
          {ask}
        </Button>
      </div>
      {children}
    </div>
  )
}
