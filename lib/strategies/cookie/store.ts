/**
 * The one thing that the server can remember in the cookie lane, if the dial says so: a number per customer. A visit of an older number
 * is refused. It costs a read at each request, and ends all visits of the customer at once or none.
 */
import type { PrismaClient } from '@/generated/prisma/client'
import type { GenerationStore } from './ports'

const FIRST = 1

export function createGenerationStore(db: PrismaClient, sandboxId: string): GenerationStore {
  const key = (userId: string) => ({ sandboxId_userId: { sandboxId, userId } })
  return {
    async current(userId) {
      const row = await db.visitGeneration.findFirst({ where: { sandboxId, userId } })
      return row?.generation ?? FIRST
    },
    async raise(userId) {
      const { generation } = await db.visitGeneration.upsert({
        where: key(userId),
        create: { sandboxId, userId, generation: FIRST + 1 },
        update: { generation: { increment: 1 } },
      })
      return generation
    },
  }
}
