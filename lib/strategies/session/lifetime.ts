/** When a session ends by itself. */
import type { Ports } from './ports'
import type { SessionRow } from './store'

/** Idle or absolute, whichever comes first. With `sliding` off the idle time counts from sign-in. */
export function endOf(
  { dials }: Pick<Ports, 'dials'>,
  { createdAt, lastSeenAt, expiresAt }: SessionRow,
): Date {
  const { idle, sliding } = dials.session
  const from = sliding ? lastSeenAt : createdAt
  return new Date(Math.min(from.getTime() + idle * 1000, expiresAt.getTime()))
}
