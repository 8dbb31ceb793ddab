/** A sign-in on a device is a row: it can be listed, and ended by deleting it. */
import { SESSION_IDLE_LIFE } from '../lifetimes'
import type { DeviceRegistry } from '../strategy'
import type { SessionRow, SessionStore } from './store'

export function sessionDevices(sessions: SessionStore, current: SessionRow, now: Date): DeviceRegistry {
  const userId = current.userId!
  const alive = (row: SessionRow) =>
    row.expiresAt > now && row.lastSeenAt.getTime() + SESSION_IDLE_LIFE * 1000 > now.getTime()
  return {
    async list() {
      const rows = await sessions.list(userId)
      return rows.filter(alive).map(({ handle, device, createdAt, lastSeenAt }) => ({
        id: handle,
        device,
        createdAt,
        lastSeenAt,
        current: handle === current.handle,
      }))
    },
    end: (id) => sessions.endByHandle(userId, id),
    endOthers: () => sessions.endOthers(userId, current.idHash),
  }
}
