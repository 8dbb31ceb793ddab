/**
 * Ending families. It stops the next refresh, not the access tokens that are out; with the dial `denylist` those are named too, and every
 * request looks for them.
 */
import type { AccessClaims } from './credential'
import type { DeniedId } from './denied'
import { deniedUntil } from './lifetime'
import type { Ports } from './ports'
import type { FamilyEnd } from './store'

export async function endFamily(ports: Ports, id: string, because: FamilyEnd): Promise<void> {
  await ports.families.end(id, because, ports.now())
  await deny(ports, `sid:${id}`)
}

export async function signOut(ports: Ports, { sid, jti }: AccessClaims): Promise<void> {
  await endFamily(ports, sid, 'signed_out')
  await deny(ports, `jti:${jti}`)
}

/** false: the subject has no such family, or it has ended. */
export async function endOne(ports: Ports, subject: string, id: string): Promise<boolean> {
  const ended = await ports.families.endOne(subject, id, 'signed_out', ports.now())
  if (ended) await deny(ports, `sid:${id}`)
  return ended
}

export async function endOthers(ports: Ports, claims: AccessClaims, because: FamilyEnd): Promise<number> {
  const { families, dials } = ports
  const count = await families.endOthers(claims.sub, claims.sid, because, ports.now())
  // Listed afterwards: a family that began meanwhile has either ended with the others or lives on.
  const rows = dials.jwt.denylist ? await families.list(claims.sub) : []
  const ended = rows.filter(({ id, endedAt }) => id !== claims.sid && endedAt !== null)
  await deny(ports, ...ended.map(({ id }) => `sid:${id}` as const))
  return count
}

export async function deny(ports: Ports, ...ids: DeniedId[]): Promise<void> {
  if (!ports.dials.jwt.denylist) return
  for (const id of ids) await ports.denied.add(id, deniedUntil(ports.now()))
}

export const isDenied = async ({ dials, denied }: Ports, { jti, sid }: AccessClaims) =>
  dials.jwt.denylist && (await denied.has([`jti:${jti}`, `sid:${sid}`]))
