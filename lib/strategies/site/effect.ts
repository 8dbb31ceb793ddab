/** What a turned dial changes about the differences: one row. */
import type { DifferenceName } from '../differences'
import type { Position } from './dial'

/** With these dials of its lane turned, and all others on their defaults, the row becomes this. */
export interface LaneEffect {
  turn: Readonly<Record<string, Position>>
  difference: DifferenceName
  becomes: unknown
}

export const effect = (
  turn: LaneEffect['turn'],
  difference: DifferenceName,
  becomes: unknown,
): LaneEffect => ({ turn, difference, becomes })

/** Of the cookies of any lane. @param other what SameSite is by default in the other lanes */
export const cookieEffects = (other: 'Lax' | 'Strict'): readonly LaneEffect[] => [
  ...(['None', 'absent', other] as const).map((sameSite) => effect({ sameSite }, 'sameSite', sameSite)),
  effect({ lifetime: 'session' }, 'outlivesBrowser', false),
]

/** Of a credential that always rides in a cookie. */
export const AMBIENT_EFFECTS: readonly LaneEffect[] = [
  effect({ crossSite: 'none' }, 'writeFromElsewhere', 'accepted'),
  effect({ httpOnly: false }, 'readableByPageScript', true),
]
