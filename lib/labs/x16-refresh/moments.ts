/** What the acts of X16 find, and what may come of it. */
import type { ServerStage } from '../stage/server-stage'

export type Moment =
  | 'life-over'
  | 'refresh-read'
  | 'thief-first'
  | 'thief-at-once'
  | 'thief-late'
  | 'cookie-only'
  | 'two-tabs'
  | 'lost-answer'
  | 'reload'
export type MachineOutcome =
  | 'renewed'
  | 'moved'
  | 'signed-out'
  | 'alarm'
  | 'alarm-later'
  | 'unnoticed'
  | 'owner-out'
  | 'thief-out'
  | 'gets-in'
  | 'refused'
  | 'still-in'
  | 'nothing-in-it'
  | 'readable'
  | 'none'

export type Stage = ServerStage<Moment, MachineOutcome>
