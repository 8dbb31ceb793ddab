import 'server-only'
import { PrismaLibSql } from '@prisma/adapter-libsql'
import { PrismaClient } from '../generated/prisma/client'
import { env } from './env'

/** How long a statement waits for a lock, in milliseconds. A PRAGMA would be lost after the first transaction. */
const LOCK_WAIT = 5000

const KEY = Symbol.for('remember-me.database')
const shared = globalThis as { [KEY]?: PrismaClient }

/** The one client of this process: shared by all bundles, opened at first use. */
export function db(): PrismaClient {
  shared[KEY] ??= new PrismaClient({
    adapter: new PrismaLibSql({ url: env.DATABASE_URL, timeout: LOCK_WAIT }),
  })
  return shared[KEY]
}

/** Closes the client. The next call of `db` opens a new one. */
export async function closeDatabase(): Promise<void> {
  const client = shared[KEY]
  delete shared[KEY]
  await client?.$disconnect()
}
