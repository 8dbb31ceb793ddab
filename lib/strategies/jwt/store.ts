/**
 * Refresh families with their spent tokens: what this lane keeps of a sign-in. Its carts are in carts.ts, its denied tokens in denied.ts.
 * Whatever must happen together is one transaction; whatever may race names what it expects.
 */
import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import { expected } from '../expected'
import type { Device, DeviceChoices } from '../strategy'

export type FamilyEnd = 'signed_out' | 'forced' | 'reuse' | 'renewed' | 'password_changed' | 'device_limit'

export interface FamilyRow {
  /** The `sid` claim. */
  id: string
  /** The `sub` claim. */
  subject: string
  device: Device
  tokenHash: string
  generation: number
  createdAt: Date
  lastSeenAt: Date
  expiresAt: Date
  /** When the last access token issued to this family expires. */
  accessExpiresAt: Date
  endedAt: Date | null
  endedBecause: FamilyEnd | null
}

export type DeviceLimit = DeviceChoices & {
  /** A family that goes when this one comes, and does not count. */
  replaces?: string
}

export interface RefreshFamilyStore {
  insert(family: FamilyRow): Promise<void>
  /** Counts and inserts at once: the ids of those that had to end for it, or null when it was refused. */
  insertWithin(family: FamilyRow, limit: DeviceLimit): Promise<string[] | null>
  /** The family whose current token this is. */
  findByToken(tokenHash: string): Promise<FamilyRow | null>
  /** The family in which this token was used before. */
  findBySpentToken(tokenHash: string): Promise<FamilyRow | null>
  /** Spend the current token and put `next` in its place. false: another request was first, or the family has ended. */
  rotate(family: FamilyRow, next: { tokenHash: string; at: Date; accessExpiresAt: Date }): Promise<boolean>
  /** The current token stays current. false: it no longer is, or the family has ended. */
  prolong(family: FamilyRow, next: { at: Date; accessExpiresAt: Date }): Promise<boolean>
  /** Was this token spent then? */
  spentBetween(tokenHash: string, from: Date, to: Date): Promise<boolean>
  end(id: string, because: FamilyEnd, at: Date): Promise<boolean>
  list(subject: string): Promise<FamilyRow[]>
  endOne(subject: string, id: string, because: FamilyEnd, at: Date): Promise<boolean>
  endOthers(subject: string, keepId: string, because: FamilyEnd, at: Date): Promise<number>
  /** `accessExpiresAt`: until when an access token of these families may still be alive. */
  endAll(
    subject: string,
    because: FamilyEnd,
    at: Date,
  ): Promise<{ ended: number; accessExpiresAt: Date | null }>
}

export function createRefreshFamilyStore(db: PrismaClient, sandboxId: string): RefreshFamilyStore {
  const endWhere = async (where: Prisma.RefreshFamilyWhereInput, because: FamilyEnd, at: Date) => {
    const data = { endedAt: at, endedBecause: because }
    return (await db.refreshFamily.updateMany({ where: { ...where, sandboxId, endedAt: null }, data })).count
  }
  return {
    async insert(family) {
      await db.refreshFamily.createMany({ data: { ...family, sandboxId } })
    },
    insertWithin: (family, limit) =>
      db.$transaction(async (transaction) => {
        const ended = await makeRoom(transaction, sandboxId, family, limit)
        if (ended) await transaction.refreshFamily.createMany({ data: { ...family, sandboxId } })
        return ended
      }),
    async findByToken(tokenHash) {
      return parse(await db.refreshFamily.findFirst({ where: { tokenHash, sandboxId } }))
    },
    async findBySpentToken(tokenHash) {
      return parse(await db.refreshFamily.findFirst({ where: { sandboxId, spent: { some: { tokenHash } } } }))
    },
    rotate: (family, { tokenHash, at, accessExpiresAt }) =>
      expected(
        db.$transaction([
          db.refreshFamily.update({
            where: { id: family.id, sandboxId, tokenHash: family.tokenHash, endedAt: null },
            data: { tokenHash, accessExpiresAt, lastSeenAt: at, generation: family.generation + 1 },
          }),
          db.spentRefreshToken.create({
            data: { tokenHash: family.tokenHash, familyId: family.id, spentAt: at },
          }),
        ]),
      ),
    async prolong({ id, tokenHash }, { at, accessExpiresAt }) {
      const where = { id, tokenHash, sandboxId, endedAt: null }
      const data = { lastSeenAt: at, accessExpiresAt }
      return (await db.refreshFamily.updateMany({ where, data })).count === 1
    },
    async spentBetween(tokenHash, from, to) {
      const where = { tokenHash, spentAt: { gte: from, lte: to }, family: { sandboxId } }
      return (await db.spentRefreshToken.findFirst({ where, select: { familyId: true } })) !== null
    },
    end: async (id, because, at) => (await endWhere({ id }, because, at)) === 1,
    async list(subject) {
      const rows = await db.refreshFamily.findMany({
        where: { subject, sandboxId },
        orderBy: { createdAt: 'asc' },
      })
      return rows.flatMap((row) => parse(row) ?? [])
    },
    endOne: async (subject, id, because, at) => (await endWhere({ id, subject }, because, at)) === 1,
    endOthers: (subject, keepId, because, at) => endWhere({ subject, id: { not: keepId } }, because, at),
    async endAll(subject, because, at) {
      const where = { subject, sandboxId, endedAt: null }
      const newest = await db.refreshFamily.aggregate({ where, _max: { accessExpiresAt: true } })
      return { ended: await endWhere({ subject }, because, at), accessExpiresAt: newest._max.accessExpiresAt }
    },
  }
}

/** Inside a transaction, which has the write lock from its beginning: of two sign-ins at once, the second counts the first. */
async function makeRoom(
  db: Prisma.TransactionClient,
  sandboxId: string,
  { subject, createdAt: at }: FamilyRow,
  { deviceLimit, whenFull, replaces = '' }: DeviceLimit,
): Promise<string[] | null> {
  const alive = await db.refreshFamily.findMany({
    where: { sandboxId, subject, endedAt: null, expiresAt: { gt: at }, id: { not: replaces } },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  })
  const surplus = deviceLimit === 0 ? 0 : Math.max(0, alive.length - deviceLimit + 1)
  if (surplus > 0 && whenFull === 'refuse-new') return null
  const ids = alive.slice(0, surplus).map(({ id }) => id)
  const data = { endedAt: at, endedBecause: 'device_limit' satisfies FamilyEnd }
  if (surplus > 0) await db.refreshFamily.updateMany({ where: { sandboxId, id: { in: ids } }, data })
  return ids
}

function parse(row: ({ sandboxId: string } & Record<keyof FamilyRow, unknown>) | null): FamilyRow | null {
  if (!row) return null
  const { sandboxId: _, ...family } = row
  return family as unknown as FamilyRow
}
