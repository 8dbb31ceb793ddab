/**
 * What is known to lie where in one sandbox, per lane: learnt from watched ports and from the wire, never from
 * a query of its own. Artifacts are immutable, so that snapshots share them.
 */
import { hash } from 'node:crypto'
import { DEFAULT_DIALS, type Dials } from '@/lib/strategies/dials'
import { type Device, STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import type { OwnLines } from '../export/guest-text'
import { maskValue } from '../export/mask'
import { artifactOctets } from '../fast/size'
import type { Artifact, Field } from '../model/artifact'
import type { DeskNote } from '../model/desk-note'
import { checkKeys, type KeyNames } from './keys'
import { endedFamily, endedSpent, familyRowId, SPENT } from './rows'

/** A visitor with more rows than this in one lane sees the newest here, and all of them in the stored view of the sandbox. */
const MOST_ROWS = 40

/** What the server itself knows of a sandbox. Absent: what was seen is all there is. */
export interface World {
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

type Lane = Map<string, Artifact>

/** Snapshots of one lane by device: the same array until something changes, since most requests change nothing. */
interface Views {
  by: Map<Device, Artifact[]>
  dials: Dials
  keys: KeyNames['state'] | undefined
}

export function createLedger(world?: World): Ledger {
  const lanes: Record<StrategyName, Lane> = { cookie: new Map(), session: new Map(), jwt: new Map() }
  const views: Partial<Record<StrategyName, Views>> = {}
  const changes: Record<StrategyName, number> = { cookie: 0, session: 0, jwt: 0 }
  const changed = (strategy: StrategyName) => {
    changes[strategy] += 1
    delete views[strategy]
  }

  const drop: Ledger['drop'] = (strategy, which) => {
    for (const artifact of lanes[strategy].values())
      if (which(artifact)) {
        lanes[strategy].delete(artifact.id)
        changed(strategy)
      }
  }
  const put: Ledger['put'] = (strategy, fresh) => {
    const lane = lanes[strategy]
    const artifact = stillSecret(lane.get(fresh.id), fresh)
    const unchanged = same(lane.get(artifact.id), artifact)
    if (unchanged && artifact.place !== 'row') return
    // A row that was seen again is the newest, and the last to be forgotten.
    lane.delete(artifact.id)
    lane.set(artifact.id, unchanged ?? artifact)
    if (unchanged) return
    forgetOldRows(lane)
    changed(strategy)
  }
  const update: Ledger['update'] = (strategy, next) => {
    for (const artifact of [...lanes[strategy].values()]) {
      const changed = next(artifact)
      if (changed !== artifact) put(strategy, changed)
    }
  }
  const measured: Partial<Record<StrategyName, { octets: number; changes: number }>> = {}
  const octetsOf = (strategy: StrategyName): number => {
    const known = measured[strategy]
    if (known?.changes === changes[strategy]) return known.octets
    const octets = [...lanes[strategy].values()].reduce((sum, one) => sum + artifactOctets(one), 0)
    measured[strategy] = { octets, changes: changes[strategy] }
    return octets
  }
  const dialsNow = () => world?.dials ?? DEFAULT_DIALS
  const viewsOf = (strategy: StrategyName): Views => {
    const known = views[strategy]
    const [dials, keys] = [dialsNow(), world?.keys.state]
    if (known?.dials === dials && known.keys === keys) return known
    endSpent(lanes[strategy])
    relink(lanes[strategy])
    checkKeys(strategy, lanes[strategy], dials, world?.keys)
    const anew: Views = { by: new Map(), dials, keys }
    // Both may have changed what is held.
    changes[strategy] += 1
    views[strategy] = anew
    return anew
  }
  return {
    get dials() {
      return dialsNow()
    },
    snapshot(strategy, device) {
      const { by } = viewsOf(strategy)
      const view = by.get(device) ?? viewOf(lanes[strategy], device)
      by.set(device, view)
      return view
    },
    put,
    drop,
    update,
    changes: (strategy) => changes[strategy],
    find: (strategy, id) => lanes[strategy].get(id) ?? null,
    held: (strategy, device) =>
      [...lanes[strategy].values()].filter((one) => one.side === 'browser' && one.device === device),
    replaceRows(strategy, rows) {
      const ids = new Set(rows.map((row) => row.id))
      drop(strategy, ({ id, place }) => place === 'row' && !ids.has(id))
      for (const row of rows) put(strategy, row)
    },
    octets: () => STRATEGIES.reduce((sum, strategy) => sum + octetsOf(strategy), 0),
    forget() {
      for (const strategy of STRATEGIES) drop(strategy, () => true)
    },
    noteDesk(note) {
      if (note.type === 'purged') for (const strategy of STRATEGIES) drop(strategy, isRow)
      if (note.type === 'sign-ins-ended') endSignIns(note, drop, update)
    },
  }
}

function viewOf(lane: Lane, device: Device): Artifact[] {
  const mine = [...lane.values()].filter(({ side, device: owner }) => side === 'server' || owner === device)
  return mine.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
}

/** The same from one snapshot to the next; ids of rows are random and come last. */
const orderOf = ({ side, place, name, device, id }: Artifact) => [side, place, name, device, id].join(' ')

const isRow = ({ place }: Artifact) => place === 'row'

export const fieldOf = (artifact: Artifact, name: string): string | undefined =>
  artifact.contents.find((field) => field.name === name)?.value

function endSignIns(
  note: DeskNote & { type: 'sign-ins-ended' },
  drop: Ledger['drop'],
  update: Ledger['update'],
) {
  const { lanes, userId } = note
  if (lanes.includes('session'))
    drop('session', (row) => row.name === 'Session' && (userId === null || fieldOf(row, 'userId') === userId))
  if (!lanes.includes('jwt')) return
  const isTheirs = (row: Artifact) =>
    row.name === 'RefreshFamily' && (userId === null || fieldOf(row, 'subject') === userId)
  update('jwt', (row) =>
    isTheirs(row) && !row.ended ? endedFamily(row, note.because ?? 'forced', note.at) : row,
  )
}

function endSpent(lane: Lane) {
  for (const row of lane.values()) {
    if (row.name !== SPENT || row.ended) continue
    if (lane.get(familyRowId(fieldOf(row, 'familyId')!))?.ended) lane.set(row.id, endedSpent(row))
  }
}

/** A random value means what its row means: found by its hash, or where the row has it raw by itself, as the server does it. */
function relink(lane: Lane) {
  const rows = [...lane.values()].filter(isRow)
  for (const held of lane.values()) {
    if (held.side !== 'browser' || held.form !== 'random' || held.value === null) continue
    const stored = { hashed: sha256(held.value), random: held.value }
    const row = rows.find(({ contents }) =>
      contents.some(({ form, value }) => (form === 'hashed' || form === 'random') && value === stored[form]),
    )
    const linked = row ? linkedTo(held, row) : unlinked(held)
    if (!same(held, linked)) lane.set(held.id, linked)
  }
}

const sha256 = (value: string) => hash('sha256', value, 'base64url')

const linkedTo = (held: Artifact, row: Artifact): Artifact => ({
  ...held,
  backedBy: row.id,
  ended: row.ended ?? false,
  expiresAt: row.expiresAt,
})

/** It had a row, and has none now. Without ever having had one, nothing is known of it. */
function unlinked({ backedBy, ...held }: Artifact): Artifact {
  return backedBy ? { ...held, ended: true, expiresAt: null } : held
}

/**
 * A raw id stays in its row when the dial `storedId` is turned back to "hashed", and signs in again when it is turned once more: it
 * goes on being hidden.
 */
function stillSecret(old: Artifact | undefined, fresh: Artifact): Artifact {
  if (old?.place !== 'row' || fresh.value !== null) return fresh
  const isHidden = ({ name, value }: Field) => value === old.value || fieldOf(old, name) === maskValue(value)
  if (!fresh.contents.some(isHidden)) return fresh
  const contents = fresh.contents.map((field) =>
    isHidden(field) ? { ...field, value: maskValue(field.value) } : field,
  )
  return { ...fresh, contents }
}

/** The old one when nothing differs: then two snapshots hold the same object. */
function same(old: Artifact | undefined, next: Artifact): Artifact | null {
  if (old === next) return next
  return old && JSON.stringify(old) === JSON.stringify(next) ? old : null
}

/** Never one that a client's credential stands for: without it that would look ended. */
function forgetOldRows(lane: Lane) {
  if (lane.size <= MOST_ROWS) return
  const backing = new Set([...lane.values()].map(({ backedBy }) => backedBy))
  const rows = [...lane.values()].filter((one) => isRow(one) && !backing.has(one.id))
  for (const row of rows.slice(0, Math.max(0, rows.length - MOST_ROWS))) lane.delete(row.id)
}
