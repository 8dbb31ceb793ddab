/**
 * Brings a database up to the newest migration: `node prisma/migrate.ts` (Node 26, DATABASE_URL), and the
 * server at its start. Safe to run any number of times. It writes Prisma's own `_prisma_migrations` rows, so
 * `prisma migrate deploy` agrees with it.
 */
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PrismaLibSql } from '@prisma/adapter-libsql'
import { absoluteUrl, addressOf, fileOf } from '../lib/database-url.ts'
import { migrationList, migrationNames, NO_FILTER, withEngine } from './engine.ts'

/**
 * @param url as in DATABASE_URL
 * @param root the folder that holds `prisma/` and `node_modules/`
 * @returns the names of the migrations that were applied now
 */
export async function migrate(url: string, root: string): Promise<string[]> {
  const file = fileOf(url)
  if (file !== null) prepareFile(file)
  const pending = await asking(url, async (ask) => {
    if (file !== null) await writeAhead(ask)
    const applied = await appliedNames(ask)
    return migrationNames(root).filter((name) => !applied.includes(name))
  })
  // The engine is several megabytes: loaded only when there is something to do.
  if (pending.length === 0) return []
  const input = { migrationsList: migrationList(root), filters: NO_FILTER }
  const done = await withEngine(url, root, (engine) => engine.applyMigrations(input))
  // libSQL closes a connection only when its statements are collected: until then rows would lie in the -wal file.
  if (file !== null) await asking(url, (ask) => ask('PRAGMA wal_checkpoint(TRUNCATE)'))
  return done.appliedMigrationNames
}

type Ask = (sql: string) => Promise<unknown[][]>

async function asking<T>(url: string, work: (ask: Ask) => Promise<T>): Promise<T> {
  const connection = await new PrismaLibSql({ url, timeout: 5000 }).connect()
  try {
    return await work(async (sql) => (await connection.queryRaw({ sql, args: [], argTypes: [] })).rows)
  } finally {
    await connection.dispose()
  }
}

/** Made here and not by SQLite, so that only its owner can read it; the -wal and -shm files follow suit. */
function prepareFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  closeSync(openSync(path, 'a', 0o600))
}

/** Kept in the file. Asked first: setting it takes an exclusive lock even when it is set already. */
async function writeAhead(ask: Ask): Promise<void> {
  const [row] = await ask('PRAGMA journal_mode')
  if (row?.[0] !== 'wal') await ask('PRAGMA journal_mode = WAL')
}

async function appliedNames(ask: Ask): Promise<unknown[]> {
  const table = await ask("SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'")
  if (table.length === 0) return []
  const sql =
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL'
  return (await ask(sql)).map((row) => row[0])
}

if (import.meta.main) {
  const { DATABASE_URL, DATA_DIR } = process.env
  const url = DATABASE_URL || addressOf(join(/* turbopackIgnore: true */ DATA_DIR || 'data', 'shop.db'))
  const applied = await migrate(absoluteUrl(url, process.cwd()), process.cwd())
  process.stdout.write(applied.length ? `Applied ${applied.join(', ')}\n` : 'The database is up to date\n')
}
