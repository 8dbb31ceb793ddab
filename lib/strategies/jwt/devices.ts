/** A sign-in on a device is a refresh family. Ending it stops the next refresh, not the access token. */
import type { DeviceRegistry, Ports } from '../strategy'
import type { AccessClaims } from './credential'

export function familyDevices(ports: Ports, claims: AccessClaims | undefined): DeviceRegistry {
  const { families } = ports
  const subject = claims?.sub ?? ''
  const now = ports.now()
  return {
    async list() {
      const rows = await families.list(subject)
      const alive = rows.filter((row) => row.endedAt === null && row.expiresAt > now)
      return alive.map(({ id, device, createdAt, lastSeenAt }) => ({
        id,
        device,
        createdAt,
        lastSeenAt,
        current: id === claims?.sid,
      }))
    },
    end: (id) => families.endOne(subject, id, 'signed_out', now),
    endOthers: () => families.endOthers(subject, claims?.sid ?? '', 'password_changed', now),
  }
}
