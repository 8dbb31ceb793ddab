/** A sign-in on a device is a refresh family. */
import type { DeviceRegistry } from '../strategy'
import type { AccessClaims } from './credential'
import { endOne, endOthers } from './end'
import type { Ports } from './ports'
import type { FamilyRow } from './store'

export function familyDevices(ports: Ports, claims: AccessClaims | undefined): DeviceRegistry {
  return {
    async list() {
      const alive = await aliveFamilies(ports, claims?.sub ?? '')
      return alive.map(({ id, device, createdAt, lastSeenAt }) => ({
        id,
        device,
        createdAt,
        lastSeenAt,
        current: id === claims?.sid,
      }))
    },
    end: (id) => endOne(ports, claims?.sub ?? '', id),
    endOthers: async () => (claims ? endOthers(ports, claims, 'signed_out') : 0),
  }
}

/** To know before anything is changed; `insertWithin` counts again. */
export async function isFull(ports: Ports, subject: string, replaced: string | undefined): Promise<boolean> {
  const { deviceLimit, whenFull } = ports.dials.jwt
  if (deviceLimit === 0 || whenFull === 'end-oldest') return false
  const others = (await aliveFamilies(ports, subject)).filter(({ id }) => id !== replaced)
  return others.length >= deviceLimit
}

async function aliveFamilies({ families, now }: Ports, subject: string): Promise<FamilyRow[]> {
  const rows = await families.list(subject)
  return rows.filter((row) => row.endedAt === null && row.expiresAt > now())
}
