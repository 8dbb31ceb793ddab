/** Orders: business data of the shop, the same in every strategy, kept apart by strategy and sandbox. */
import type { PrismaClient } from '@/generated/prisma/client'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { CartAnswer, CartLine, OrderAnswer } from './answers'

export interface Orders {
  place(id: string, userId: string, cart: CartAnswer, at: Date): Promise<OrderAnswer>
  /** The cart changed under the checkout: this order was never acknowledged. */
  withdraw(id: string): Promise<void>
  list(userId: string): Promise<OrderAnswer[]>
}

export function createOrders(db: () => PrismaClient, sandboxId: string, strategy: StrategyName): Orders {
  return {
    async place(id, userId, { lines, total, currency }, createdAt) {
      const row = { id, sandboxId, userId, strategy, total, lines: JSON.stringify(lines), createdAt }
      await db().order.createMany({ data: row })
      return { id, createdAt: createdAt.toISOString(), lines, total, currency }
    },
    async withdraw(id) {
      await db().order.deleteMany({ where: { id, sandboxId } })
    },
    async list(userId) {
      const where = { sandboxId, userId, strategy }
      const rows = await db().order.findMany({ where, orderBy: { createdAt: 'desc' }, take: 50 })
      return rows.map(({ id, createdAt, lines, total }) => ({
        id,
        createdAt: createdAt.toISOString(),
        lines: JSON.parse(lines) as CartLine[],
        total,
        currency: 'EUR',
      }))
    },
  }
}
