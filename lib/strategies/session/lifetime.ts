/** When a session ends by itself. */
import { HOUR, MINUTE } from '../time'
import type { Ports } from './ports'
import type { SessionRow } from './store'

/** After this long without a request… */
export const SESSION_IDLE_LIFE = 30 * MINUTE
/** …moved at most this often, so that reading stays reading: the end may come that much sooner after the last request. */
export const SESSION_TOUCH_EVERY = 1 * MINUTE
/** Well within a short idle life, too. */
export const touchEvery = (idle: number) => Math.min(SESSION_TOUCH_EVERY, idle / 4)
/** And in any case after this. */
export const SESSION_LIFE = 12 * HOUR

/** Idle or absolute, whichever comes first. With `sliding` off the idle time counts from sign-in. */
export function endOf(
  { dials }: Pick<Ports, 'dials'>,
  { createdAt, lastSeenAt, expiresAt }: Pick<SessionRow, 'createdAt' | 'lastSeenAt' | 'expiresAt'>,
): Date {
  const { idle, sliding } = dials.session
  const from = sliding ? lastSeenAt : createdAt
  return new Date(Math.min(from.getTime() + idle * 1000, expiresAt.getTime()))
}
