/**
 * Gives each test file a real SQLite file of its own, migrated and empty, and a data folder beside it.
 * Runs before the file's imports, so that `env` and `db()` see nothing else.
 */
import { copyFileSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import { addressOf } from '@/lib/process/database-url'

const folder = inject('databaseFolder')
const own = mkdtempSync(join(folder, 'file-'))

process.env.DATA_DIR = own
process.env.RATE_LIMIT_SCALE ??= '1000'
process.env.LOG_LEVEL ??= 'silent'
process.env.DATABASE_URL = newDatabase()

/** One more migrated, empty database; its address. */
export function newDatabase(): string {
  const path = join(mkdtempSync(join(own, 'db-')), 'shop.db')
  copyFileSync(join(folder, 'template.db'), path)
  return addressOf(path)
}

afterAll(async () => {
  const { closeDatabase } = await import('@/lib/db/client')
  await closeDatabase()
})
