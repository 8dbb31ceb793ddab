/** What a dial is, and the dials that more than one lane has. */
import type { SameSite } from '../strategy'

export type Position = string | number | boolean

export interface Dial<Value extends Position = Position> {
  readonly values: readonly Value[]
  readonly default: Value
  /** Positions that take a protection away. They exist for one visitor's sandbox only, and are called weak on screen. */
  readonly weak: readonly Value[]
  readonly unit?: 'seconds'
}

export function dial<const Value extends Position>(definition: Dial<Value>): Dial<Value> {
  return definition
}

export const onOff = { values: [true, false] } as const

/** In all lanes, for the cookies of that lane. */
export const cookieDials = (sameSite: 'Lax' | 'Strict') =>
  ({
    /** Origin and Fetch Metadata are checked on writes; with `none`, form bodies are accepted too. */
    crossSite: dial({ values: ['check', 'none'], default: 'check', weak: ['none'] }),
    httpOnly: dial({ ...onOff, default: true, weak: [false] }),
    /** Max-Age, or a cookie that lasts until the browser closes. */
    lifetime: dial({ values: ['max-age', 'session'], default: 'max-age', weak: [] }),
    /** `absent` is weak, for the browser decides then. */
    sameSite: dial<SameSite>({
      values: ['Strict', 'Lax', 'absent', 'None'],
      default: sameSite,
      weak: ['absent', 'None'],
    }),
  }) as const

/** At a sign-in beyond the limit. */
export const DEVICE_DIALS = {
  /** 0: no limit. */
  deviceLimit: dial({ values: [0, 1, 2, 3], default: 0, weak: [] }),
  whenFull: dial({ values: ['end-oldest', 'refuse-new'], default: 'end-oldest', weak: [] }),
} as const
