/**
 * What happened in a sandbox, newest last: exchanges, and the acts of the owner between them. In memory only, because it is
 * for watching and not for remembering; old exchanges are let go (ring.ts).
 */
import { perProcess } from '@/lib/process/once'
import type { Dials } from '@/lib/strategies/dials'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { OwnLines } from '../export/guest-text'
import { settle } from '../fast/batch'
import { createLedger, type Ledger, type World } from '../ledger/ledger'
import type { Artifact } from '../model/artifact'
import type { DeskNote } from '../model/desk-note'
import type { Exchange } from '../model/exchange'
import type { OwnerAct, OwnerActDraft } from '../model/owner-act'
import { createOrigins } from '../record/carried'
import type { Draft } from '../record/stored-exchange'
import { createRing, newPool, type Pool } from './ring'

/** What a forced sign-out did in one lane. */
export interface ForcedSignOut {
  /** false: the shop has no way to reach what the browser holds. */
  reached: boolean
  ended: number
  /** ISO 8601 by the sandbox clock; null: nothing lives on. */
  credentialsAliveUntil: string | null
  /** A stable code. */
  because: string
}

/** Exchanges are unmasked in here; mask.ts before they leave the server. */
export type TimelineEvent =
  | { type: 'exchange'; exchange: Exchange }
  /** `rows`: all that the server holds for this lane now (rows.ts makes them from database rows). */
  | { type: 'stored'; strategy: StrategyName; rows: Artifact[] }
  /** Where all dials stand now. */
  | { type: 'settings'; settings: Dials }
  | { type: 'clock'; offsetSeconds: number; now: string }
  | {
      type: 'desk'
      act: 'force-sign-out'
      at: string
      sandboxAt: string
      email: string
      lanes: Record<StrategyName, ForcedSignOut>
    }
  | { type: 'act'; act: OwnerAct }
  /** A lab of this sandbox went on; `run` as the page reads it (lib/labs/run/run.ts). */
  | { type: 'lab'; run: object }
  | { type: 'reset' }

export type DeskEvent = Extract<TimelineEvent, { type: 'desk' }>

export interface Timeline {
  readonly sandboxId: string
  /** Who shares with whom what all share: a network address, hashed. */
  readonly whose: string
  /** Random, made when the process starts. */
  readonly epoch: string
  /** `seq` of the newest exchange; 0: none yet. */
  readonly latest: number
  /** How many older exchanges were let go. */
  readonly dropped: number
  readonly clock: { now(): Date }
  readonly ledger: Ledger
  /** What the owner's browser sends; null: nobody else knows the name of this sandbox. */
  readonly ownLines: OwnLines | null
  /** Forced sign-outs, oldest first, at most 100. */
  readonly desk: readonly DeskEvent[]
  /** What else the owner did, oldest first, at most 100. */
  readonly acts: readonly OwnerAct[]
  /** Oldest first. */
  after(seq: number): Exchange[]
  get(id: string): Exchange | null
  /** @returns ends the subscription */
  subscribe(listener: (event: TimelineEvent) => void): () => void
  publish(event: TimelineEvent): void
  noteDesk(note: DeskNote): void
  /** Numbers the act, keeps it and publishes it. */
  noteAct(act: OwnerActDraft): OwnerAct
  /** Numbers the exchange itself, not a copy, keeps it and publishes it. */
  append(exchange: Draft): Exchange
  /** Lets go of everything. Use closeTimeline. */
  clear(): void
}

const MOST_ACTS = 100

interface Registry extends Pool {
  epoch: string
  timelines: Map<string, Timeline>
}

const registry = () =>
  perProcess<Registry>('timelines', () => ({
    epoch: crypto.randomUUID().slice(0, 8),
    timelines: new Map(),
    ...newPool(),
  }))

/** The same timeline for the same sandbox. `world` is looked at when it is needed: its dials turn, its keys rotate. */
export function openTimeline(sandboxId: string, clock: { now(): Date }, world?: World): Timeline {
  const { timelines } = registry()
  const timeline = timelines.get(sandboxId) ?? createTimeline(sandboxId, clock, world)
  timelines.set(sandboxId, timeline)
  return timeline
}

export function timelineOf(sandboxId: string): Timeline | null {
  return registry().timelines.get(sandboxId) ?? null
}

export function closeTimeline(sandboxId: string): void {
  const timeline = timelineOf(sandboxId)
  if (!timeline) return
  timeline.publish({ type: 'reset' })
  timeline.clear()
  registry().timelines.delete(sandboxId)
}

/** Measured on heaps, as those of the ring. */
const DESK = 800
const ACT = 400
const DIAL = 55
const KNOWN_COOKIE = 95

function octetsOf(desk: readonly DeskEvent[], acts: readonly OwnerAct[], known: number): number {
  const dials = acts.reduce((sum, act) => sum + (act.dials?.length ?? 0), 0)
  return DESK * desk.length + ACT * acts.length + DIAL * dials + KNOWN_COOKIE * known
}

/** The rows as the ledger has them now: it may know that one of them holds a credential. */
function takeRows(ledger: Ledger, event: TimelineEvent & { type: 'stored' }): TimelineEvent {
  const { strategy, rows } = event
  ledger.replaceRows(strategy, rows)
  return { ...event, rows: rows.map((row) => ledger.find(strategy, row.id) ?? row) }
}

function createTimeline(sandboxId: string, clock: { now(): Date }, world?: World): Timeline {
  const { epoch } = registry()
  const ledger = createLedger(world)
  const listeners = new Set<(event: TimelineEvent) => void>()
  let desk: DeskEvent[] = []
  let acts: OwnerAct[] = []
  let origins = createOrigins()
  let actNumber = 0
  let latest = 0

  const whose = world?.whose ?? sandboxId
  const ring = createRing(registry(), whose, () => {
    desk = []
    acts = []
    origins = createOrigins()
    ledger.forget()
  })
  const exchanges = () => {
    settle()
    return ring.exchanges
  }
  const weigh = () => ring.beside(octetsOf(desk, acts, origins.known) + ledger.octets())
  const publish = (told: TimelineEvent) => {
    settle()
    const event = told.type === 'stored' ? takeRows(ledger, told) : told
    if (event.type === 'desk') {
      desk = [...desk, event].slice(-MOST_ACTS)
      weigh()
    }
    for (const listener of [...listeners]) {
      try {
        listener(event)
      } catch {
        // Its reader is gone. That is no reason to keep the event from the others, or to fail the request.
        listeners.delete(listener)
      }
    }
  }
  return {
    sandboxId,
    whose,
    epoch,
    clock,
    ledger,
    ownLines: world?.ownLines ?? null,
    get desk() {
      return desk
    },
    get acts() {
      return acts
    },
    get latest() {
      settle()
      return latest
    },
    get dropped() {
      settle()
      return ring.dropped
    },
    after: (seq) => exchanges().filter((exchange) => exchange.seq > seq),
    get: (id) => exchanges().find((exchange) => exchange.id === id) ?? null,
    subscribe(listener) {
      settle()
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    publish,
    noteDesk: (note) => ledger.noteDesk(note),
    noteAct(draft) {
      settle()
      actNumber += 1
      const act = { ...draft, id: `${epoch}-act-${actNumber}` }
      acts = [...acts, act].slice(-MOST_ACTS)
      weigh()
      publish({ type: 'act', act })
      return act
    },
    append(draft) {
      latest += 1
      const exchange: Exchange = Object.assign(draft, { id: `${epoch}-${latest}`, seq: latest })
      exchange.carried = origins.note(exchange)
      weigh()
      ring.add(exchange)
      publish({ type: 'exchange', exchange })
      return exchange
    },
    clear: () => ring.clear(),
  }
}
