/**
 * What is known to lie where in one sandbox, per lane: learnt from watched ports and from the wire, never from
 * a query of its own. Artifacts are immutable, so that snapshots share them.
 */
import { DEFAULT_DIALS, type Dials } from '@/lib/strategies/dials'
import { KNOWN } from '@/lib/strategies/site/known-lanes'
import type { HeldValue } from '@/lib/strategies/site/learn'
import { type Device, STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import type { OwnLines } from '../export/guest-text'
import type { Artifact } from '../model/artifact'
import type { DeskNote } from '../model/desk-note'
import type { KeyNames } from './keys'
import { LaneLedger } from './lane-ledger'
import { isRow } from './links'

/** What the server itself knows of a sandbox. Absent: what was seen is all there is. */
export interface LedgerWorld {
  readonly keys: KeyNames
  readonly dials: Dials
  /** Who shares with whom what all share. */
  readonly whose?: string
  /** null: nobody else knows its name. */
  readonly ownLines?: OwnLines | null
}

export interface Ledger {
  /** Where the dials stand now. */
  readonly dials: Dials
  /** The browser side of this device and the server side of all devices: the same array while nothing changes. */
  snapshot(strategy: StrategyName, device: Device): Artifact[]
  /** What is known of one lane. */
  of(strategy: StrategyName): HeldValue
  put(strategy: StrategyName, artifact: Artifact): void
  drop(strategy: StrategyName, which: (artifact: Artifact) => boolean): void
  /** Returning the same object means: leave it. */
  update(strategy: StrategyName, next: (artifact: Artifact) => Artifact): void
  find(strategy: StrategyName, id: string): Artifact | null
  /** Grows whenever something in this lane changes. */
  changes(strategy: StrategyName): number
  /** The browser side of one device. */
  held(strategy: StrategyName, device: Device): Artifact[]
  replaceRows(strategy: StrategyName, rows: Artifact[]): void
  /** What it takes in memory. */
  octets(): number
  /** Of everything: it is learnt anew, as after a restart. */
  forget(): void
  noteDesk(note: DeskNote): void
}

export function createLedger(world?: LedgerWorld): Ledger {
  const lanes: Record<StrategyName, LaneLedger> = {
    cookie: new LaneLedger('cookie'),
    session: new LaneLedger('session'),
    jwt: new LaneLedger('jwt'),
  }
  const all = STRATEGIES.map((strategy) => lanes[strategy])
  const dials = () => world?.dials ?? DEFAULT_DIALS
  const ledger: Ledger = {
    get dials() {
      return dials()
    },
    snapshot: (strategy, device) => lanes[strategy].snapshot(device, dials(), world?.keys),
    of: (strategy) => lanes[strategy],
    put: (strategy, artifact) => lanes[strategy].put(artifact),
    drop: (strategy, which) => lanes[strategy].drop(which),
    update: (strategy, next) => lanes[strategy].update(next),
    changes: (strategy) => lanes[strategy].changes,
    find: (strategy, id) => lanes[strategy].find(id),
    held: (strategy, device) => lanes[strategy].held(device),
    replaceRows(strategy, rows) {
      const ids = new Set(rows.map((row) => row.id))
      lanes[strategy].drop(({ id, place }) => place === 'row' && !ids.has(id))
      for (const row of rows) lanes[strategy].put(row)
    },
    octets: () => all.reduce((sum, lane) => sum + lane.octets(), 0),
    forget() {
      for (const lane of all) lane.drop(() => true)
    },
    noteDesk(note) {
      if (note.type === 'purged') for (const lane of all) lane.drop(isRow)
      if (note.type === 'sign-ins-ended')
        for (const strategy of note.lanes) KNOWN[strategy].endSignIns?.(lanes[strategy], note)
    },
  }
  return ledger
}
