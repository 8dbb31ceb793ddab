// What `npm run backup` and `npm run restore` share. Plain Node 24 or later, no packages: they are in the container, too.
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** The database file of the environment; null: it is on a libSQL server. */
export function databaseFile({ DATABASE_URL, DATA_DIR = 'data' }: Record<string, string | undefined>) {
  if (!DATABASE_URL) return join(DATA_DIR, 'shop.db')
  return DATABASE_URL.startsWith('file:') ? decodeURIComponent(DATABASE_URL.slice('file:'.length)) : null
}

/** The number of rows of each table. */
export type Rows = Record<string, number>

/** @throws when it is damaged, or no database at all */
export function checked(path: string): Rows {
  const copy = new DatabaseSync(path, { readOnly: true })
  try {
    const problems = copy.prepare('PRAGMA integrity_check').all()
    if (problems[0]?.integrity_check !== 'ok')
      throw new Error(`${path} is damaged: ${JSON.stringify(problems)}`)
    const tables = copy
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'")
      .all()
    return Object.fromEntries(
      tables.map(({ name }) => [name, numberOf(copy, `SELECT count(*) FROM "${name}"`)]),
    )
  } finally {
    copy.close()
  }
}

/** The one number that a statement gives. */
export function numberOf(database: DatabaseSync, sql: string, ...values: string[]): number {
  return Number(Object.values(database.prepare(sql).get(...values) ?? {})[0])
}

export const say = (text: string) => process.stdout.write(`${text}\n`)

export function table(rows: Rows) {
  for (const [name, count] of Object.entries(rows)) say(`  ${String(count).padStart(8)}  ${name}`)
}

/** Ends the script with one plain sentence. */
export function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}
