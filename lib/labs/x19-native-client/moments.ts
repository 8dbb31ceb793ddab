/** What the acts of X19 find, and what may come of it. */
import type { ServerStage } from '../stage/server-stage'
import type { CookieCare } from './app'

export const MOMENTS = [
  'next',
  'later',
  'cart',
  'beside',
  'restarted',
  'at-rest',
  'rows-left',
  'forged',
] as const
export type NativeMoment = (typeof MOMENTS)[number]

export type NativeOutcome =
  | 'known'
  | 'stranger'
  | 'all-there'
  | 'starts-over'
  | 'both'
  | 'site-only'
  | 'nowhere'
  | 'in-a-file'
  | 'locked-away'
  | 'none'
  | 'one'
  | 'each'

export type NativeStage = ServerStage<NativeMoment, NativeOutcome>

const KEEPING: Readonly<Record<string, CookieCare>> = {
  'no-jar': 'nothing',
  'on-disk': 'file',
  'no-end': 'file',
  'by-hand': 'vault',
}

export const keepingOf = (position: string): CookieCare => KEEPING[position] ?? 'memory'
