/** The families, their spent tokens, the carts, the denied tokens and the numbers of user keys, as the site looks at them and clears them. */
import type { PrismaClient } from '@/generated/prisma/client'
import type { LaneRows } from '../../site/lane-rows'
import type { FamilyEnd, FamilyRow } from '../store'

/** Spent tokens are the one table that grows by itself: as many as an answer should have, the newest. */
const MOST_SPENT = 1000

export const jwtRows = {
  async removeAll(db, sandboxId) {
    const where = { sandboxId }
    await db.spentRefreshToken.deleteMany({ where: { family: where } })
    const { count: families } = await db.refreshFamily.deleteMany({ where })
    const { count: carts } = await db.cart.deleteMany({ where })
    const { count: denied } = await db.deniedToken.deleteMany({ where })
    // Without their numbers every subject has its first key again.
    const { count: userKeys } = await db.userKey.deleteMany({ where })
    return { families, carts, denied, userKeys }
  },
  async removeExpired(db, sandboxId, now) {
    const where = { sandboxId, expiresAt: { lte: now } }
    await db.spentRefreshToken.deleteMany({ where: { family: where } })
    const { count: families } = await db.refreshFamily.deleteMany({ where })
    const { count: denied } = await db.deniedToken.deleteMany({ where })
    return { families, denied }
  },
  sweeps: [
    (db, before, limit) =>
      db.spentRefreshToken.deleteMany({ where: { family: { expiresAt: { lte: before } } }, limit }),
    (db, before, limit) => db.refreshFamily.deleteMany({ where: { expiresAt: { lte: before } }, limit }),
    (db, before, limit) => db.deniedToken.deleteMany({ where: { expiresAt: { lte: before } }, limit }),
  ],
  async countAlive(db, sandboxId) {
    const families = await db.refreshFamily.count({ where: { sandboxId, endedAt: null } })
    return { families, carts: await db.cart.count({ where: { sandboxId } }) }
  },
  async read(db, sandboxId) {
    const where = { sandboxId }
    const newest = { where: { family: where }, orderBy: { spentAt: 'desc' }, take: MOST_SPENT } as const
    return {
      RefreshFamily: await db.refreshFamily.findMany({ where, orderBy: { createdAt: 'asc' } }),
      SpentRefreshToken: (await db.spentRefreshToken.findMany(newest)).reverse(),
      Cart: await db.cart.findMany({ where, orderBy: { subject: 'asc' } }),
      DeniedToken: await db.deniedToken.findMany({ where, orderBy: { expiresAt: 'asc' } }),
      UserKey: await db.userKey.findMany({ where, orderBy: { subject: 'asc' } }),
    }
  },
  secretColumn: () => null,
} satisfies LaneRows<
  { families: number; carts: number; denied: number; userKeys: number },
  { families: number; denied: number },
  { families: number; carts: number }
>

/** By family. */
export async function countSpent(db: PrismaClient, sandboxId: string): Promise<Map<string, number>> {
  const where = { family: { sandboxId } }
  const counts = await db.spentRefreshToken.groupBy({ by: ['familyId'], where, _count: true })
  return new Map(counts.map(({ familyId, _count }) => [familyId, _count]))
}

/** On which device the sign-in of this family began; undefined: there is no such family. */
export async function deviceOf(db: PrismaClient, sandboxId: string, id: string) {
  return (await db.refreshFamily.findFirst({ where: { sandboxId, id } }))?.device
}

/** Of everybody: how many. */
export async function endFamilies(db: PrismaClient, sandboxId: string, because: FamilyEnd, at: Date) {
  const where = { sandboxId, endedAt: null }
  const data = { endedAt: at, endedBecause: because }
  return (await db.refreshFamily.updateMany({ where, data })).count
}

/** `sub`: of one customer. `sid`: of one family. */
export type Whose = { sub: string } | { sid: string }

/** Ended ones too. */
export function familiesOf(
  db: PrismaClient,
  sandboxId: string,
  whose: Whose,
): Promise<Pick<FamilyRow, 'id' | 'createdAt' | 'accessExpiresAt'>[]> {
  const where = { sandboxId, ...('sub' in whose ? { subject: whose.sub } : { id: whose.sid }) }
  return db.refreshFamily.findMany({ where, select: { id: true, createdAt: true, accessExpiresAt: true } })
}
