'use client' // opens and closes
import type { ReactNode } from 'react'
import { CardFold } from '@/app/_ui/card/card'

/** One kind of act, folded until it is wanted. */
export function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <CardFold title={title}>
      <div className="grid gap-2.5 px-4 pt-0.5 pb-3.5 text-13">{children}</div>
    </CardFold>
  )
}
