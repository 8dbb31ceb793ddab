/**
 * The rows of the session lane. Each method is one statement, and each names the sandbox.
 */
import { Prisma, type PrismaClient, type Session } from '../../../generated/prisma/client'
import type { Cart } from '../../shop/cart'
import type { Customer } from '../../shop/visit'
import type { Device } from '../strategy'

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

export interface SessionStore {
  find(idHash: string): Promise<SessionRow | null>
  /** false: there is a row with this id. Only where the browser chooses the id (dial `unknownIds`). */
  insert(row: SessionRow): Promise<boolean>
  /** false: the row has another version by now, or is gone. */
  save(row: SessionRow, cart: Cart, at: Date): Promise<boolean>
  /** The same row under a new id, in one statement: there is no moment with both or with neither. */
  replace(row: SessionRow, next: SessionRow): Promise<boolean>
  /** false: the row is gone. */
  touch(row: SessionRow, at: Date): Promise<boolean>
  end(idHash: string): Promise<boolean>
  list(userId: string): Promise<SessionRow[]>
  endByHandle(userId: string, handle: string): Promise<boolean>
  /** How many were ended. */
  endOthers(userId: string, keepIdHash: string): Promise<number>
  endAll(userId: string): Promise<number>
}

export function createSessionStore(db: PrismaClient, sandboxId: string): SessionStore {
  const drop = async (where: object) =>
    (await db.session.deleteMany({ where: { ...where, sandboxId } })).count
  return {
    async find(idHash) {
      const row = await db.session.findFirst({ where: { idHash, sandboxId } })
      return row && parse(row)
    },
    async insert(row) {
      try {
        await db.session.createMany({ data: { ...serialize(row), sandboxId } })
        return true
      } catch (error) {
        if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return false
        throw error
      }
    },
    async save(row, cart, at) {
      const { count } = await db.session.updateMany({
        where: { idHash: row.idHash, version: row.version, sandboxId },
        data: { cart: JSON.stringify(cart), version: row.version + 1, lastSeenAt: at },
      })
      return count === 1
    },
    async replace(row, next) {
      const { count } = await db.session.updateMany({
        where: { idHash: row.idHash, version: row.version, sandboxId },
        data: serialize(next),
      })
      return count === 1
    },
    async touch(row, at) {
      const where = { idHash: row.idHash, sandboxId }
      return (await db.session.updateMany({ where, data: { lastSeenAt: at } })).count === 1
    },
    end: async (idHash) => (await drop({ idHash })) === 1,
    async list(userId) {
      const rows = await db.session.findMany({ where: { userId, sandboxId }, orderBy: { createdAt: 'asc' } })
      return rows.map(parse)
    },
    endByHandle: async (userId, handle) => (await drop({ userId, handle })) === 1,
    endOthers: (userId, keepIdHash) => drop({ userId, idHash: { not: keepIdHash } }),
    endAll: (userId) => drop({ userId }),
  }
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
