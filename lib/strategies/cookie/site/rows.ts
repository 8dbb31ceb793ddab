/** The one table of the cookie lane, as the site looks at it and clears it. */
import type { LaneRows } from '../../site/lane-rows'

type Nothing = Record<never, number>

export const cookieRows = {
  /** Without their numbers every visit counts as the first again. */
  async removeAll(db, sandboxId) {
    const { count: generations } = await db.visitGeneration.deleteMany({ where: { sandboxId } })
    return { generations }
  },
  /** A number has no end. */
  removeExpired: async () => ({}),
  sweeps: [],
  countAlive: async () => ({}),
  read: async (db, sandboxId) => ({
    VisitGeneration: await db.visitGeneration.findMany({ where: { sandboxId }, orderBy: { userId: 'asc' } }),
  }),
  secretColumn: () => null,
} satisfies LaneRows<{ generations: number }, Nothing, Nothing>
