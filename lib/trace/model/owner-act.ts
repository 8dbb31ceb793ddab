/** What the owner of a sandbox did from outside of the lanes, as the timeline shows it between two exchanges. */
import type { Position } from '@/lib/strategies/dials'
import type { Device, StrategyName } from '@/lib/strategies/strategy'
import type { StoredChanges } from './stored-changes'

export type OwnerActKind =
  | 'force-sign-out-device'
  | 'force-sign-out-everyone'
  | 'rotate-keys'
  | 'purge'
  | 'purge-expired'
  | 'restart'
  | 'promote'
  | 'demote'
  | 'set-discount'
  | 'dials'
  | 'clock'

export interface OwnerAct {
  /** `epoch-act-number`: known by it wherever it is told. */
  id: string
  act: OwnerActKind
  /** ISO 8601, the server's clock. */
  at: string
  /** The same moment by the sandbox clock; of `clock`: after it was turned. */
  sandboxAt: string
  /** null: it concerns no lane of its own, or all. */
  strategy: StrategyName | null
  /** Only of `force-sign-out-device`. */
  device?: Device
  /** Of whom; e-mail address. */
  email?: string
  /** Of `rotate-keys`: what the previous key made is still taken. */
  keepPrevious?: boolean
  /** Of `set-discount`, whole percent. */
  discount?: number
  /** Of `clock`: seconds ahead of the server's clock, after it was turned. */
  offsetSeconds?: number
  /** Of `clock`: the same before it was turned. */
  wasOffsetSeconds?: number
  /** Of `dials`: those that moved, and from where and to where. */
  dials?: { strategy: StrategyName; name: string; value: Position; was?: Position }[]
  /** In the stores; of the newest acts. Absent: it is not known any more. */
  changed?: StoredChanges
}

export type OwnerActDraft = Omit<OwnerAct, 'id'>
