/**
 * What happened in a sandbox, newest last: exchanges, and the acts of the owner between them. In memory only, because it is
 * for watching and not for remembering; old exchanges are let go (ring.ts).
 */
import { perProcess } from '@/lib/process/once'
import type { OwnLines } from '../export/guest-text'
import type { Ledger, LedgerWorld } from '../ledger/ledger'
import type { DeskNote } from '../model/desk-note'
import type { Exchange } from '../model/exchange'
import type { OwnerAct, OwnerActDraft } from '../model/owner-act'
import type { Draft } from '../record/stored-exchange'
import { newPool, type Pool } from './ring'
import { SandboxTimeline } from './sandbox-timeline'
import type { DeskEvent, TimelineEvent } from './timeline-event'

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

interface Registry {
  epoch: string
  pool: Pool
  timelines: Map<string, Timeline>
}

const registry = () =>
  perProcess<Registry>('timelines', () => ({
    epoch: crypto.randomUUID().slice(0, 8),
    timelines: new Map(),
    pool: newPool(),
  }))

/** How far a clock that its owner turns is ahead of ours: whole seconds, though time goes on between two looks. */
export const secondsAhead = ({ clock }: Pick<Timeline, 'clock'>): number =>
  Math.round((clock.now().getTime() - Date.now()) / 1000)

/** The same timeline for the same sandbox. `world` is looked at when it is needed: its dials turn, its keys rotate. */
export function openTimeline(sandboxId: string, clock: { now(): Date }, world?: LedgerWorld): Timeline {
  const { epoch, timelines, pool } = registry()
  const timeline = timelines.get(sandboxId) ?? new SandboxTimeline(sandboxId, clock, world, { epoch, pool })
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
