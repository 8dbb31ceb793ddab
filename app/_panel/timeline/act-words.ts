/** An act of the owner as a picture. */
import type { IconName } from '@/app/_ui/icon'
import type { OwnerAct } from '@/lib/trace/model/owner-act'

export function iconOf({ act }: OwnerAct): IconName {
  if (act === 'clock') return 'clock'
  if (act === 'dials') return 'dials'
  if (act === 'promote' || act === 'demote' || act === 'set-discount') return 'person'
  return act.startsWith('force') ? 'power' : 'rows'
}
