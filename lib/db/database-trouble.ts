/** What this process knows against its database. Told by whoever met it, asked by the health check. */

import { perProcess } from '@/lib/process/once'
import type { UnfitDatabase } from '@/prisma/examine'
import { CORRUPT, NOTADB, primaryCode } from './sqlite-code'

interface Trouble {
  /** How often a statement of somebody has failed. */
  met: number
  /** SQLite found something in the file that cannot be. */
  damaged: boolean
  /** null: as far as is known, it is ours and of this version. */
  unfit: UnfitDatabase | null
  /** Called when another file lies there that migrations are still to be applied to. */
  onOutdated: () => void
}

export const trouble = (): Trouble =>
  perProcess('database-trouble', () => ({ met: 0, damaged: false, unfit: null, onOutdated() {} }))

export function noteTrouble(reason: unknown): void {
  const now = trouble()
  now.met += 1
  if ([CORRUPT, NOTADB].includes(primaryCode(reason))) now.damaged = true
}
