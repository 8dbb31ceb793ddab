/** The rows of a sandbox: read together, deleted together. */
import { db } from '@/lib/db/client'
import type { Role } from '@/lib/shop/visit'
import type { Dials } from '@/lib/strategies/dials'
import { ROWS } from '@/lib/strategies/site/served-lanes'
import { type KeyState, readKeyState } from './keys'
import { readDials } from './settings'
import type { StoredUser } from './users'

export interface SandboxRow {
  row: {
    id: string
    ownerHash: string
    createdAt: Date
    expiresAt: Date
    clockOffset: number
    roomOf: string | null
  }
  users: StoredUser[]
  keys: KeyState
  dials: Dials
}

export async function readRow(where: { id: string } | { ownerHash: string }): Promise<SandboxRow | null> {
  const stored = await db().sandbox.findFirst({ where, include: { users: { orderBy: { id: 'asc' } } } })
  // Without users its creation was cut off half-way: nobody ever got its name.
  if (!stored || stored.users.length === 0) return null
  const { users, keyGenerations, settings, ...row } = stored
  const keys = readKeyState(keyGenerations)
  await storeIfNew(row.id, keyGenerations, JSON.stringify(keys))
  return {
    row,
    users: users.map(({ sandboxId: _, role, ...user }) => ({ ...user, role: role as Role })),
    keys,
    dials: readDials(settings),
  }
}

/** The operator has put a new master secret in front: from now on there is one more generation. */
async function storeIfNew(id: string, before: string, keyGenerations: string): Promise<void> {
  if (keyGenerations !== before) await db().sandbox.updateMany({ where: { id }, data: { keyGenerations } })
}

/** Single statements, no transaction: the last one deletes what the others hang on. false: that one was gone already. */
export async function deleteRows(sandboxId: string): Promise<boolean> {
  const where = { sandboxId }
  for (const lane of Object.values(ROWS)) await lane.removeAll(db(), sandboxId)
  await db().order.deleteMany({ where })
  await db().user.deleteMany({ where })
  const { count } = await db().sandbox.deleteMany({ where: { id: sandboxId } })
  return count > 0
}
