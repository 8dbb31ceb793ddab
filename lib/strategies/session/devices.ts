/** A sign-in on a device is a row: it can be listed, ended by deleting it, and counted. */
import type { DeviceRegistry } from '../strategy'
import { endOf } from './lifetime'
import type { Ports } from './ports'
import type { SessionRow } from './store'

export function sessionDevices(ports: Ports, current: SessionRow | undefined): DeviceRegistry {
  const userId = current?.userId ?? ''
  return {
    async list() {
      const rows = await alive(ports, userId)
      return rows.map(({ handle, device, createdAt, lastSeenAt }) => ({
        id: handle,
        device,
        createdAt,
        lastSeenAt,
        current: handle === current?.handle,
      }))
    },
    end: (id) => ports.sessions.endByHandle(userId, id),
    endOthers: () => ports.sessions.endOthers(userId, current?.idHash ?? ''),
  }
}

async function alive(ports: Ports, userId: string): Promise<SessionRow[]> {
  const rows = await ports.sessions.list(userId)
  return rows.filter((row) => endOf(ports, row) > ports.now())
}
