/** Removes rows of the lanes. Users and orders are the shop's business data and stay. */
import { db } from '@/lib/db/client'
import { endOf } from '@/lib/strategies/session/lifetime'
import type { SessionRow } from '@/lib/strategies/session/store'
import type { Timeline } from '@/lib/trace/publish/timeline'
import type { OwnedSandbox } from './sandbox'
import { publishStored } from './stored'

export interface Removed {
  sessions: number
  families: number
  carts: number
  /** Entries of the list of denied tokens. */
  denied: number
  /** Numbers of customers in the cookie lane: without them every visit counts as the first again. */
  generations: number
}

/** Every row, also those that refuse something: what was denied or outdated is taken again. */
export async function purgeAll({ id: sandboxId }: OwnedSandbox, timeline: Timeline): Promise<Removed> {
  const where = { sandboxId }
  await db().spentRefreshToken.deleteMany({ where: { family: where } })
  const { count: families } = await db().refreshFamily.deleteMany({ where })
  const { count: sessions } = await db().session.deleteMany({ where })
  const { count: carts } = await db().cart.deleteMany({ where })
  const { count: denied } = await db().deniedToken.deleteMany({ where })
  const { count: generations } = await db().visitGeneration.deleteMany({ where })
  timeline.noteDesk({ type: 'purged' })
  await publishStored(sandboxId, timeline)
  return { sessions, families, carts, denied, generations }
}

/** What has ended by itself, by the sandbox clock. Nobody notices but who is told "unknown" where it was "expired". */
export async function purgeExpired(sandbox: OwnedSandbox, timeline: Timeline): Promise<Removed> {
  const now = sandbox.clock.now()
  const where = { sandboxId: sandbox.id, expiresAt: { lte: now } }
  const sessions = await deleteExpiredSessions(sandbox, now)
  await db().spentRefreshToken.deleteMany({ where: { family: where } })
  const { count: families } = await db().refreshFamily.deleteMany({ where })
  const { count: denied } = await db().deniedToken.deleteMany({ where })
  await publishStored(sandbox.id, timeline)
  return { sessions, families, carts: 0, denied, generations: 0 }
}

/** Idle or absolute: as the dials stand now. */
async function deleteExpiredSessions({ id: sandboxId, dials }: OwnedSandbox, now: Date): Promise<number> {
  const rows = await db().session.findMany({ where: { sandboxId } })
  const ended = rows.filter((row) => endOf({ dials }, row as unknown as SessionRow) <= now)
  const idHash = { in: ended.map((row) => row.idHash) }
  return (await db().session.deleteMany({ where: { sandboxId, idHash } })).count
}
