/**
 * The rows of the session lane. Each method is one statement, or one transaction where it has to count first, and each names the sandbox.
 */
import type { PrismaClient, Session } from '@/generated/prisma/client'
import type { Cart } from '@/lib/shop/cart'
import type { Customer } from '@/lib/shop/visit'
import { expected } from '../expected'
import type { Device, DeviceChoices } from '../strategy'

export interface SessionRow {
  idHash: string
  /** Names the row in a device list. Not a credential. */
  handle: string
  /** null: a guest. */
  userId: string | null
  /** The customer as of sign-in, with the dial `customer` on "copied"; null: looked up at each request. */
  customer: Customer | null
  device: Device
  cart: Cart
  version: number
  createdAt: Date
  lastSeenAt: Date
  expiresAt: Date
}

export type DeviceLimit = DeviceChoices & {
  /** The row whose place the new one takes: it does not count. */
  replaces?: SessionRow
  /** By the dials of the lane. */
  isAlive(row: SessionRow): boolean
}

/** `ended`: those that had to end for it. `stale`: the replaced row has another version by now, or the id is taken. */
export type StoreOutcome =
  | { outcome: 'stored'; ended: SessionRow[] }
  | { outcome: 'stale' | 'too_many_devices' }

export interface SessionStore {
  find(idHash: string): Promise<SessionRow | null>
  /** false: there is a row with this id. Only where the browser chooses the id (dial `unknownIds`). */
  insert(row: SessionRow): Promise<boolean>
  /** false: the row has another version by now, or is gone. */
  save(row: SessionRow, cart: Cart, at: Date): Promise<boolean>
  /** The same row under a new id, in one statement: there is no moment with both or with neither. */
  replace(row: SessionRow, next: SessionRow): Promise<boolean>
  /** Counts the sign-ins of the row's user, makes room and stores it, all at once. */
  storeWithin(row: SessionRow, limit: DeviceLimit): Promise<StoreOutcome>
  /** false: the row is gone. */
  touch(row: SessionRow, at: Date): Promise<boolean>
  end(idHash: string): Promise<boolean>
  list(userId: string): Promise<SessionRow[]>
  endByHandle(userId: string, handle: string): Promise<boolean>
  /** How many were ended. */
  endOthers(userId: string, keepIdHash: string): Promise<number>
  endAll(userId: string): Promise<number>
}

type Db = Pick<PrismaClient, 'session'>

export function createSessionStore(db: PrismaClient, sandboxId: string): SessionStore {
  const drop = async (where: object) =>
    (await db.session.deleteMany({ where: { ...where, sandboxId } })).count
  return {
    async find(idHash) {
      const row = await db.session.findFirst({ where: { idHash, sandboxId } })
      return row && parse(row)
    },
    insert: (row) => insert(db, sandboxId, row),
    replace: (row, next) => replace(db, sandboxId, row, next),
    // A transaction has the write lock from its beginning: of two sign-ins at once, the second counts the first.
    storeWithin: (row, limit) =>
      db.$transaction(async (transaction) => {
        const surplus = await surplusOf(transaction, sandboxId, row, limit)
        if (surplus.length > 0 && limit.whenFull === 'refuse-new') return { outcome: 'too_many_devices' }
        const { replaces } = limit
        const stored = replaces
          ? await replace(transaction, sandboxId, replaces, row)
          : await insert(transaction, sandboxId, row)
        if (!stored) return { outcome: 'stale' }
        const handle = { in: surplus.map((one) => one.handle) }
        if (surplus.length > 0) await transaction.session.deleteMany({ where: { sandboxId, handle } })
        return { outcome: 'stored', ended: surplus }
      }),
    async save(row, cart, at) {
      const { count } = await db.session.updateMany({
        where: { idHash: row.idHash, version: row.version, sandboxId },
        data: { cart: JSON.stringify(cart), version: row.version + 1, lastSeenAt: at },
      })
      return count === 1
    },
    async touch(row, at) {
      const where = { idHash: row.idHash, sandboxId }
      return (await db.session.updateMany({ where, data: { lastSeenAt: at } })).count === 1
    },
    end: async (idHash) => (await drop({ idHash })) === 1,
    list: (userId) => list(db, sandboxId, userId),
    endByHandle: async (userId, handle) => (await drop({ userId, handle })) === 1,
    endOthers: (userId, keepIdHash) => drop({ userId, idHash: { not: keepIdHash } }),
    endAll: (userId) => drop({ userId }),
  }
}

const insert = (db: Db, sandboxId: string, row: SessionRow): Promise<boolean> =>
  expected(db.session.createMany({ data: { ...serialize(row), sandboxId } }))

async function replace(db: Db, sandboxId: string, row: SessionRow, next: SessionRow): Promise<boolean> {
  const where = { idHash: row.idHash, version: row.version, sandboxId }
  return (await db.session.updateMany({ where, data: serialize(next) })).count === 1
}

async function list(db: Db, sandboxId: string, userId: string): Promise<SessionRow[]> {
  const rows = await db.session.findMany({ where: { userId, sandboxId }, orderBy: { createdAt: 'asc' } })
  return rows.map(parse)
}

/** The oldest, as many as have to go before one more fits. */
async function surplusOf(
  db: Db,
  sandboxId: string,
  { userId }: SessionRow,
  { deviceLimit, replaces, isAlive }: DeviceLimit,
): Promise<SessionRow[]> {
  const rows = await list(db, sandboxId, userId ?? '')
  const others = rows.filter((row) => isAlive(row) && row.handle !== replaces?.handle)
  return others.slice(0, Math.max(0, others.length - deviceLimit + 1))
}

function parse({ sandboxId: _, ...row }: Session): SessionRow {
  const customer = row.customer === null ? null : (JSON.parse(row.customer) as Customer)
  return { ...row, customer, device: row.device as Device, cart: JSON.parse(row.cart) as Cart }
}

const serialize = (row: SessionRow) => ({
  ...row,
  customer: row.customer && JSON.stringify(row.customer),
  cart: JSON.stringify(row.cart),
})
