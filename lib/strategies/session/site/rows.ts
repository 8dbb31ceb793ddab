/** The sessions, as the site looks at them and clears them. */
import type { PrismaClient, Session } from '@/generated/prisma/client'
import type { Cart } from '@/lib/shop/cart'
import type { Customer } from '@/lib/shop/visit'
import type { LaneRows } from '../../site/lane-rows'
import type { Device } from '../../strategy'
import { endOf } from '../lifetime'
import type { SessionRow } from '../store'

export const sessionRows = {
  async removeAll(db, sandboxId) {
    const { count: sessions } = await db.session.deleteMany({ where: { sandboxId } })
    return { sessions }
  },
  /** Idle or absolute: as the dials stand now. */
  async removeExpired(db, sandboxId, now, dials) {
    const rows = await db.session.findMany({ where: { sandboxId } })
    const ended = rows.filter((row) => endOf({ dials }, row) <= now)
    const idHash = { in: ended.map((row) => row.idHash) }
    return { sessions: (await db.session.deleteMany({ where: { sandboxId, idHash } })).count }
  },
  sweeps: [(db, before, limit) => db.session.deleteMany({ where: { expiresAt: { lte: before } }, limit })],
  countAlive: async (db, sandboxId) => ({ sessions: await db.session.count({ where: { sandboxId } }) }),
  read: async (db, sandboxId) => ({
    Session: await db.session.findMany({ where: { sandboxId }, orderBy: { createdAt: 'asc' } }),
  }),
  secretColumn: ({ session }) => (session.storedId === 'raw' ? 'idHash' : null),
} satisfies LaneRows<{ sessions: number }, { sessions: number }, { sessions: number }>

/** On which device the sign-in of this row began. */
export async function deviceOf(db: PrismaClient, sandboxId: string, handle: string) {
  return (await db.session.findFirst({ where: { sandboxId, handle } }))?.device
}

/** Whoever it is of. */
export const endRow = async (db: PrismaClient, sandboxId: string, handle: string) =>
  (await db.session.deleteMany({ where: { sandboxId, handle } })).count

/** As the store gives it. */
export const asRow = ({ sandboxId: _, ...row }: Session): SessionRow => ({
  ...row,
  device: row.device as Device,
  cart: JSON.parse(row.cart) as Cart,
  customer: row.customer === null ? null : (JSON.parse(row.customer) as Customer),
})
