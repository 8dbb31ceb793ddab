/** A sign-in on a device is a row: it can be listed, and ended by deleting it. */
import { SESSION_IDLE_LIFE } from '../lifetimes'
import type { DeviceRegistry, Ports } from '../strategy'
import type { SessionRow } from './store'

export function sessionDevices({ sessions, now }: Ports, current: SessionRow | undefined): DeviceRegistry {
  const userId = current?.userId ?? ''
  return {
    async list() {
      const rows = await sessions.list(userId)
      const alive = rows.filter((row) => endOf(row) > now())
      return alive.map(({ handle, device, createdAt, lastSeenAt }) => ({
        id: handle,
        device,
        createdAt,
        lastSeenAt,
        current: handle === current?.handle,
      }))
    },
    end: (id) => sessions.endByHandle(userId, id),
    endOthers: () => sessions.endOthers(userId, current?.idHash ?? ''),
  }
}

/** Idle or absolute, whichever comes first. */
export const endOf = (row: Pick<SessionRow, 'lastSeenAt' | 'expiresAt'>) =>
  new Date(Math.min(row.lastSeenAt.getTime() + SESSION_IDLE_LIFE * 1000, row.expiresAt.getTime()))
