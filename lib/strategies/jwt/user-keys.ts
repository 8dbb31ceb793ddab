/** Which key each subject's tokens are signed with, as a number. The keys themselves lie in no row: see own-key.ts. */
import type { PrismaClient } from '@/generated/prisma/client'

export interface UserKeyStore {
  current(subject: string): Promise<number>
  /** Every token that was signed before is refused from here. */
  change(subject: string): Promise<number>
}

const FIRST = 1

export function createUserKeyStore(db: PrismaClient, sandboxId: string): UserKeyStore {
  return {
    async current(subject) {
      const row = await db.userKey.findFirst({ where: { sandboxId, subject } })
      return row?.number ?? FIRST
    },
    async change(subject) {
      const { number } = await db.userKey.upsert({
        where: { sandboxId_subject: { sandboxId, subject } },
        create: { sandboxId, subject, number: FIRST + 1 },
        update: { number: { increment: 1 } },
      })
      return number
    },
  }
}
