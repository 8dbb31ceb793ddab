/** Access tokens that are refused before they expire. With it, each request costs a read: a session, in other words. */
import type { PrismaClient } from '@/generated/prisma/client'

/** One token, or all of a refresh family. */
export type DeniedId = `jti:${string}` | `sid:${string}`

export interface DeniedTokenStore {
  /** Is any of these on the list? */
  has(ids: DeniedId[]): Promise<boolean>
  /** @param expiresAt when the last token it can mean has expired */
  add(id: DeniedId, expiresAt: Date): Promise<void>
}

export function createDeniedTokenStore(db: PrismaClient, sandboxId: string): DeniedTokenStore {
  return {
    async has(ids) {
      return (await db.deniedToken.findFirst({ where: { sandboxId, id: { in: ids } } })) !== null
    },
    async add(id, expiresAt) {
      const row = { sandboxId, id, expiresAt }
      await db.deniedToken.upsert({ where: { sandboxId_id: { sandboxId, id } }, create: row, update: row })
    },
  }
}
