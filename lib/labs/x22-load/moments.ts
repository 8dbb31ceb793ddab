/** What the acts of X22 count, and in which words. The figures themselves are the facts of a finding: the calculator works with them. */
import type { ServerStage } from '../stage/server-stage'

export const MOMENTS = [
  'who-reads',
  'who-writes',
  'cart-reads',
  'change-writes',
  'credential-size',
  'head-grows',
  'kept',
  'kept-grows',
  'cleared',
] as const
export type LoadMoment = (typeof MOMENTS)[number]

export type LoadOutcome =
  | 'none'
  | 'some'
  | 'each'
  | 'small'
  | 'middle'
  | 'large'
  | 'grows'
  | 'same'
  | 'no-row'
  | 'one-row'
  | 'rows'

export type LoadStage = ServerStage<LoadMoment, LoadOutcome>
