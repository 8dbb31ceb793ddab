/** What is known to lie where in one lane. Its snapshots are made once for as long as nothing changes: most requests change nothing. */
import type { Dials } from '@/lib/strategies/dials'
import { KNOWN } from '@/lib/strategies/site/known-lanes'
import type { HeldValue } from '@/lib/strategies/site/learn'
import { fieldOf } from '@/lib/strategies/site/row-artifact'
import type { Device, StrategyName } from '@/lib/strategies/strategy'
import { maskValue } from '../export/mask'
import { derivedOf } from '../fast/derived'
import { artifactOctets } from '../fast/size'
import type { Artifact, Field } from '../model/artifact'
import { checkKeys, type KeyNames } from './keys'
import { isRow, type LaneArtifacts, relink, same } from './links'

/** A visitor with more rows than this in one lane sees the newest here, and all of them in the stored view of the sandbox. */
const MOST_ROWS = 40

/** Snapshots by device, for as long as dials and keys stand so. */
interface Views {
  by: Map<Device, Artifact[]>
  dials: Dials
  keys: KeyNames['state'] | undefined
}

export class LaneLedger implements HeldValue {
  /** Grows whenever something changes. */
  changes = 0
  readonly #artifacts: LaneArtifacts = new Map()
  readonly #strategy: StrategyName
  #views: Views | null = null
  #measured = { octets: 0, changes: 0 }

  constructor(strategy: StrategyName) {
    this.#strategy = strategy
  }

  find(id: string): Artifact | null {
    return this.#artifacts.get(id) ?? null
  }

  held(device: Device): Artifact[] {
    return [...this.#artifacts.values()].filter((one) => one.side === 'browser' && one.device === device)
  }

  put(fresh: Artifact): void {
    const lane = this.#artifacts
    const artifact = stillSecret(lane.get(fresh.id), fresh)
    const unchanged = same(lane.get(artifact.id), artifact)
    if (unchanged && artifact.place !== 'row') return
    // A row that was seen again is the newest, and the last to be forgotten.
    lane.delete(artifact.id)
    lane.set(artifact.id, unchanged ?? artifact)
    if (unchanged) return
    forgetOldRows(lane)
    this.#change()
  }

  drop(which: (artifact: Artifact) => boolean): void {
    for (const artifact of this.#artifacts.values())
      if (which(artifact)) {
        this.#artifacts.delete(artifact.id)
        this.#change()
      }
  }

  /** Returning the same object means: leave it. */
  update(next: (artifact: Artifact) => Artifact): void {
    for (const artifact of [...this.#artifacts.values()]) {
      const changed = next(artifact)
      if (changed !== artifact) this.put(changed)
    }
  }

  octets(): number {
    if (this.#measured.changes !== this.changes) {
      const octets = [...this.#artifacts.values()].reduce((sum, one) => sum + artifactOctets(one), 0)
      this.#measured = { octets, changes: this.changes }
    }
    return this.#measured.octets
  }

  snapshot(device: Device, dials: Dials, keys: KeyNames | undefined): Artifact[] {
    const { by } = this.#viewsOf(dials, keys)
    const view = by.get(device) ?? viewOf(this.#artifacts, device)
    by.set(device, view)
    return view
  }

  #viewsOf(dials: Dials, keys: KeyNames | undefined): Views {
    const known = this.#views
    if (known?.dials === dials && known.keys === keys?.state) return known
    KNOWN[this.#strategy].settle?.(this.#artifacts)
    relink(this.#artifacts)
    checkKeys(this.#strategy, this.#artifacts, dials, keys)
    // All three may have changed what is held.
    this.changes += 1
    this.#views = { by: new Map(), dials, keys: keys?.state }
    return this.#views
  }

  #change(): void {
    this.changes += 1
    this.#views = null
  }
}

function viewOf(lane: LaneArtifacts, device: Device): Artifact[] {
  const mine = [...lane.values()].filter(({ side, device: owner }) => side === 'server' || owner === device)
  return mine.sort((a, b) => (placed(a) < placed(b) ? -1 : 1))
}

function placed(artifact: Artifact): string {
  const own = derivedOf(artifact)
  own.order ??= orderOf(artifact)
  return own.order
}

/** The same from one snapshot to the next; ids of rows are random and come last. */
const orderOf = ({ side, place, name, device, id }: Artifact) => [side, place, name, device, id].join(' ')

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

/** Never one that a client's credential stands for: without it that would look ended. */
function forgetOldRows(lane: LaneArtifacts) {
  if (lane.size <= MOST_ROWS) return
  const backing = new Set([...lane.values()].map(({ backedBy }) => backedBy))
  const rows = [...lane.values()].filter((one) => isRow(one) && !backing.has(one.id))
  for (const row of rows.slice(0, Math.max(0, rows.length - MOST_ROWS))) lane.delete(row.id)
}
