/** What the acts of X23 find, and what may come of it. */
import type { ServerStage } from '../stage/server-stage'

export const MOMENTS = [
  'next-morning',
  'week-later',
  'stolen',
  'thief-at-once',
  'two-tabs',
  'lost-answer',
  'invented',
  'from-table',
  'second-device',
  'popup-today',
  'popup-tomorrow',
  'popup-edited',
] as const
export type RememberMoment = (typeof MOMENTS)[number]

export type RememberOutcome =
  | 'known'
  | 'out'
  | 'alarm'
  | 'alarm-later'
  | 'unnoticed'
  | 'owner-out'
  | 'false-alarm'
  | 'gets-in'
  | 'refused'
  | 'nothing'
  | 'hidden'
  | 'shown'
  | 'own-popup'

export type RememberStage = ServerStage<RememberMoment, RememberOutcome>
