/** The carts of the JWT lane, by subject: in no credential, and in a row of their own. */
import type { PrismaClient } from '@/generated/prisma/client'
import type { Cart } from '@/lib/shop/cart'
import { expected } from '../expected'

export interface CartRow {
  subject: string
  lines: Cart
  /** 0: there is no row yet. */
  version: number
}

export interface CartStore {
  find(subject: string): Promise<CartRow>
  /** false: somebody else wrote first. */
  save(row: CartRow, lines: Cart, at: Date): Promise<boolean>
  /** Both or neither: `into` gets `lines`, the guest's row goes. false: one of them changed meanwhile. */
  merge(guest: CartRow, into: CartRow, lines: Cart, at: Date): Promise<boolean>
}

export function createCartStore(db: PrismaClient, sandboxId: string): CartStore {
  const put = (row: CartRow, lines: Cart, at: Date) => {
    const data = written(row, lines, at)
    const key = { sandboxId, subject: row.subject }
    return row.version === 0
      ? db.cart.create({ data: { ...key, ...data } })
      : db.cart.update({ where: { sandboxId_subject: key, version: row.version }, data })
  }
  return {
    async find(subject) {
      const row = await db.cart.findFirst({ where: { subject, sandboxId } })
      return row
        ? { subject, lines: JSON.parse(row.lines) as Cart, version: row.version }
        : { subject, lines: {}, version: 0 }
    },
    async save(row, lines, at) {
      if (row.version === 0) return expected(put(row, lines, at))
      const where = { sandboxId, subject: row.subject, version: row.version }
      // Nobody reads the row that comes of it, so none is asked for.
      return (await db.cart.updateMany({ where, data: written(row, lines, at) })).count === 1
    },
    merge(guest, into, lines, at) {
      const key = { sandboxId, subject: guest.subject }
      const take = db.cart.delete({ where: { sandboxId_subject: key, version: guest.version } })
      return expected(db.$transaction([put(into, lines, at), take]))
    },
  }
}

const written = ({ version }: CartRow, lines: Cart, at: Date) => ({
  lines: JSON.stringify(lines),
  version: version + 1,
  updatedAt: at,
})
