import type { ReactNode } from 'react'

/** A small menu above the strip: a native popover. Where a browser cannot anchor it, it lies at the lower edge (timeline.css). */
export function Menu({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div
      id={id}
      popover="auto"
      className="tlmenu fixed inset-auto right-gutter bottom-12 rounded-2 border border-line-strong bg-surface p-1.5 text-ink shadow-2"
    >
      {children}
    </div>
  )
}
