/** One timeline, in the memory that all of them share (ring.ts). */
import type { OwnLines } from '../export/guest-text'
import { settle } from '../fast/batch'
import { changesOctets } from '../ledger/changes'
import { createLedger, type Ledger, type LedgerWorld } from '../ledger/ledger'
import type { DeskNote } from '../model/desk-note'
import type { Exchange } from '../model/exchange'
import type { OwnerAct, OwnerActDraft } from '../model/owner-act'
import type { StoredChanges } from '../model/stored-changes'
import { createOrigins } from '../record/carried'
import type { Draft } from '../record/stored-exchange'
import { createRing, type Pool, type Ring } from './ring'
import type { DeskEvent, TimelineEvent } from './timeline-event'

const MOST_ACTS = 100

/** `epoch`: of the process; `pool`: what all timelines of it share. */
interface Shared {
  epoch: string
  pool: Pool
}

/** What it is for is said where it is known by (timeline.ts). */
export class SandboxTimeline {
  readonly sandboxId: string
  readonly whose: string
  readonly epoch: string
  readonly clock: { now(): Date }
  readonly ledger: Ledger
  readonly ownLines: OwnLines | null
  readonly #listeners = new Set<(event: TimelineEvent) => void>()
  readonly #ring: Ring
  #desk: DeskEvent[] = []
  #acts: OwnerAct[] = []
  #origins = createOrigins()
  #actNumber = 0
  #latest = 0

  constructor(
    sandboxId: string,
    clock: { now(): Date },
    world: LedgerWorld | undefined,
    { epoch, pool }: Shared,
  ) {
    this.sandboxId = sandboxId
    this.clock = clock
    this.epoch = epoch
    this.whose = world?.whose ?? sandboxId
    this.ownLines = world?.ownLines ?? null
    this.ledger = createLedger(world)
    this.#ring = createRing(pool, this.whose, () => this.#forget())
  }

  get desk() {
    return this.#desk
  }

  get acts() {
    return this.#acts
  }

  get latest() {
    settle()
    return this.#latest
  }

  get dropped() {
    settle()
    return this.#ring.dropped
  }

  after(seq: number): Exchange[] {
    return this.#exchanges().filter((exchange) => exchange.seq > seq)
  }

  get(id: string): Exchange | null {
    return this.#exchanges().find((exchange) => exchange.id === id) ?? null
  }

  subscribe(listener: (event: TimelineEvent) => void): () => void {
    settle()
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  publish(told: TimelineEvent): void {
    settle()
    const event = told.type === 'stored' ? takeRows(this.ledger, told) : told
    if (event.type === 'desk') {
      this.#desk = withChanges([...this.#desk, event].slice(-MOST_ACTS))
      this.#weigh()
    }
    for (const listener of [...this.#listeners]) {
      try {
        listener(event)
      } catch {
        // Its reader is gone. That is no reason to keep the event from the others, or to fail the request.
        this.#listeners.delete(listener)
      }
    }
  }

  noteDesk(note: DeskNote): void {
    this.ledger.noteDesk(note)
  }

  noteAct(draft: OwnerActDraft): OwnerAct {
    settle()
    this.#actNumber += 1
    const act = { ...draft, id: `${this.epoch}-act-${this.#actNumber}` }
    this.#acts = withChanges([...this.#acts, act].slice(-MOST_ACTS))
    this.#weigh()
    this.publish({ type: 'act', act })
    return act
  }

  append(draft: Draft): Exchange {
    this.#latest += 1
    const id = `${this.epoch}-${this.#latest}`
    const exchange: Exchange = Object.assign(draft, { id, seq: this.#latest })
    exchange.carried = this.#origins.note(exchange)
    this.#weigh()
    this.#ring.add(exchange)
    this.publish({ type: 'exchange', exchange })
    return exchange
  }

  clear(): void {
    this.#ring.clear()
  }

  #exchanges(): readonly Exchange[] {
    settle()
    return this.#ring.exchanges
  }

  #weigh(): void {
    this.#ring.beside(octetsOf(this.#desk, this.#acts, this.#origins.known) + this.ledger.octets())
  }

  #forget(): void {
    this.#desk = []
    this.#acts = []
    this.#origins = createOrigins()
    this.ledger.forget()
  }
}

/** Octets of what the acts of one kind changed. */
const MOST_CHANGED = 64 * 1024

/** The newest keep what they changed, at least one of them. */
function withChanges<Act extends { changed?: StoredChanges }>(acts: Act[]): Act[] {
  let octets = 0
  return acts
    .toReversed()
    .map((act, i) => {
      octets += changesOctets(act.changed)
      if (i === 0 || octets <= MOST_CHANGED || !act.changed) return act
      const { changed: _, ...rest } = act
      return rest as Act
    })
    .toReversed()
}

/** Measured on heaps, as those of the ring. */
const DESK = 800
const ACT = 400
const DIAL = 55
const KNOWN_COOKIE = 95

function octetsOf(desk: readonly DeskEvent[], acts: readonly OwnerAct[], known: number): number {
  const dials = acts.reduce((sum, act) => sum + (act.dials?.length ?? 0), 0)
  const changed = [...desk, ...acts].reduce((sum, act) => sum + changesOctets(act.changed), 0)
  return changed + DESK * desk.length + ACT * acts.length + DIAL * dials + KNOWN_COOKIE * known
}

/** The rows as the ledger has them now: it may know that one of them holds a credential. */
function takeRows(ledger: Ledger, event: TimelineEvent & { type: 'stored' }): TimelineEvent {
  const { strategy, rows } = event
  ledger.replaceRows(strategy, rows)
  return { ...event, rows: rows.map((row) => ledger.find(strategy, row.id) ?? row) }
}
