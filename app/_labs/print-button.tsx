'use client' // opens the browser's print dialog

import type { ReactNode } from 'react'

export function PrintButton({ children }: { children: ReactNode }) {
  return (
    <button type="button" className="aslink" onClick={() => print()}>
      {children}
    </button>
  )
}
