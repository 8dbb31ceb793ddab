'use client' // opens the browser's print dialog

import type { ReactNode } from 'react'
import { Button } from '@/app/_ui/button'

export function PrintButton({ children }: { children: ReactNode }) {
  return (
    <Button look="solid" onClick={() => print()} className="print:hidden">
      <span>{children}</span>
    </Button>
  )
}
