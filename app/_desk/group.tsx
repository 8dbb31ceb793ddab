'use client' // opens and closes
import type { ReactNode } from 'react'
import { Icon } from '@/app/_ui/icon'

/** One kind of act, folded until it is wanted. */
export function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="actgroup">
      <summary>
        <Icon name="chevron" />
        <h3>{title}</h3>
      </summary>
      <div className="actbody">{children}</div>
    </details>
  )
}
