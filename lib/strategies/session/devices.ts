/** A sign-in on a device is a row: it can be listed, ended by deleting it, and counted. */
import type { DeviceRegistry, Ports } from '../strategy'
import { endOf } from './lifetime'
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

/**
 * Before a sign-in, where the dial `deviceLimit` sets one: ends the oldest until there is room.
 * false: there is none, and none is made.
 */
export async function makeRoom(
  ports: Ports,
  userId: string,
  replaced: SessionRow | undefined,
): Promise<boolean> {
  const { deviceLimit, whenFull } = ports.dials.session
  if (deviceLimit === 0) return true
  const others = (await alive(ports, userId)).filter(({ handle }) => handle !== replaced?.handle)
  const over = others.slice(0, Math.max(0, others.length - deviceLimit + 1))
  if (over.length > 0 && whenFull === 'refuse-new') return false
  for (const { handle } of over) await ports.sessions.endByHandle(userId, handle)
  return true
}

async function alive(ports: Ports, userId: string): Promise<SessionRow[]> {
  const rows = await ports.sessions.list(userId)
  return rows.filter((row) => endOf(ports, row) > ports.now())
}
