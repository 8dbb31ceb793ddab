/** What was heard, what is known beside it, and in whose words it is told. Types only, nothing to load. */

import type { Text } from '@/lib/i18n/text'
import type { Action } from '@/lib/shop/operations'
import type { Device, StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'
import type { OwnerAct } from '@/lib/trace/model/owner-act'
import type { DeskAct } from '../timeline/desk-act'

export type ToldSign = 'power' | 'clock' | 'dials' | 'person' | 'bag' | 'rows' | 'browser' | 'device'

export interface Told {
  sign: ToldSign
  /** Without a full stop. */
  cause: string
  /** Whole sentences; empty: nothing was asked of a lane. */
  lanes: string
  /** Milliseconds since the epoch by the server's clock; null: no moment of the sandbox. */
  at: number | null
}

/** What came in together, oldest first: one act with the requests that it caused. */
export interface Heard {
  exchanges: readonly Exchange[]
  desk: readonly DeskAct[]
  acts: readonly OwnerAct[]
  /** The device that was taken in hand; null: the same as before. */
  taken: Device | null
  /** Lanes that were asked and gave no answer. */
  unanswered: readonly StrategyName[]
  /** The page has just been loaded. */
  opening: boolean
}

/** What is known beside it. */
export interface Scene {
  device: Device
  /** All of the sandbox, those of `Heard` with them. */
  exchanges: readonly Exchange[]
  desk: readonly DeskAct[]
  /** Milliseconds since the epoch by the sandbox clock. */
  now: number
  /** Seconds for which an expired access token is still taken, as the dial stands. */
  tolerance: number
  /** First name of a demo user, by e-mail address. */
  nameOf(email: string): string
  /** First name of the person at the desk. */
  support: string
}

export interface ToldWords {
  /** The catalogue `told`. */
  t: Text
  compare: Text
  timeline: Text
  locale: string
  product(sku: string): string
  /** "sign in" */
  act(action: Action): string
  /** "Idle time allowed: 8 h" */
  dial(turn: NonNullable<OwnerAct['dials']>[number]): string
}
