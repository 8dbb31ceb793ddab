/** Which migrations there are, and which of them a database says it has had: Prisma's own table `_prisma_migrations`. */
import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PrismaLibSql } from '@prisma/adapter-libsql'

export type Client = ReturnType<PrismaLibSql['createClient']>
/** All that is needed to look at a database. */
export type Reader = Pick<Client, 'execute'>

export interface Migration {
  name: string
  sql: string
}

/** A row that was not rolled back. */
export interface Recorded {
  id: string
  name: string
  checksum: string
  /** false: it began, and nobody wrote down that it ended. */
  finished: boolean
}

/** @param root the folder that holds `prisma/` */
export function migrationsOf(root: string): Migration[] {
  const folder = join(/* turbopackIgnore: true */ root, 'prisma/migrations')
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, sql: readFileSync(join(folder, name, 'migration.sql'), 'utf8') }))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
}

/** null: there is no such table. */
export async function recordedIn(reader: Reader): Promise<Recorded[] | null> {
  const table = await reader.execute("SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'")
  if (table.rows.length === 0) return null
  const { rows } = await reader.execute(
    'SELECT id, migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at',
  )
  return rows.map((row) => ({
    id: String(row.id),
    name: String(row.migration_name),
    checksum: String(row.checksum),
    finished: row.finished_at !== null,
  }))
}

/** As Prisma compares them: a checkout may have turned the ends of the lines. */
export function isOf({ sql }: Migration, checksum: string): boolean {
  const unix = sql.replaceAll('\r\n', '\n')
  return [sql, unix, unix.replaceAll('\n', '\r\n')].some((text) => checksumOf(text) === checksum)
}

const checksumOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** Prisma's own text, so that its tools find what they would have made. */
export const TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
);`

/** The statement that records a migration as begun and ended now. */
export function recordOf({ name, sql }: Migration): string {
  const values = [randomUUID(), checksumOf(sql), now(), name, now()].map(quoted).join(', ')
  return `INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "started_at", "applied_steps_count") VALUES (${values}, 1);`
}

export const finishOf = ({ id }: Recorded): string =>
  `UPDATE "_prisma_migrations" SET "finished_at" = ${quoted(now())}, "applied_steps_count" = 1, "logs" = NULL WHERE "id" = ${quoted(id)};`

/** As `prisma migrate resolve --rolled-back` does. */
export const rollBackOf = ({ id }: Recorded): string =>
  `UPDATE "_prisma_migrations" SET "rolled_back_at" = ${quoted(now())} WHERE "id" = ${quoted(id)};`

/** In the form that Prisma gives it. */
const now = () => new Date().toISOString().replace('Z', '+00:00')

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
