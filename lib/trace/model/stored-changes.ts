/** What an act from outside of the lanes changed in the stores. */
import type { StrategyName } from '@/lib/strategies/strategy'
import type { Artifact } from './artifact'

/** Only what differs, credentials masked: what was there, and what is there now. The same id in both: it was changed. */
export interface StoredChange {
  before: Artifact[]
  after: Artifact[]
  /** How many more things differ than are told. */
  more?: number
}

/** Absent: nothing of it changed. `shop`: rows that are of no lane, e.g. that of a user. */
export type StoredChanges = Partial<Record<StrategyName | 'shop', StoredChange>>
