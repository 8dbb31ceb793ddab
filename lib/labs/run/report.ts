/** How a run stands, as the page is told. */
import type { DialChange } from '@/lib/sandbox/world/settings'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { LabFinding } from '../lab'
import type { SentLine } from './sent-line'

/** `playing`: in a browser lab the page plays, and this server only keeps the rooms. */
export type RunState = 'running' | 'waiting' | 'playing' | 'done' | 'stopped' | 'failed'

/** What the page reads, and what is published after each act. Nothing in it signs in. */
export interface RunReport {
  readonly id: string
  readonly lab: string
  readonly position: string
  readonly state: RunState
  readonly lanes: readonly StrategyName[]
  /** Acts that each lane has done. */
  readonly acts: Readonly<Partial<Record<StrategyName, readonly string[]>>>
  readonly findings: readonly LabFinding[]
  readonly sent: readonly SentLine[]
  /** Public names of the rooms. */
  readonly rooms: Readonly<Partial<Record<StrategyName, string>>>
  /** Who can sign in there: demo users of the room. Only for a browser lab, whose page signs in itself. */
  readonly users?: Readonly<Partial<Record<StrategyName, readonly { email: string; password: string }[]>>>
  /** Of the rooms, likewise: the page keeps its token where they say. */
  readonly dials?: DialChange
}
