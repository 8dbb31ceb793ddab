// npm run backup -- copy.db: a copy of the database while the server runs. VACUUM INTO sees one moment, and waits for nobody.
import { chmodSync, closeSync, existsSync, openSync, rmSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { checked, databaseFile, type Rows, refuse, say, table } from './copies.ts'

/** @returns the number of rows of each table of the copy, which was opened and checked */
export function backUp(source: string, target: string): Rows {
  // Made here and not by SQLite: with password hashes in it only its owner may read it, whatever the umask.
  closeSync(openSync(target, 'wx', 0o600))
  chmodSync(target, 0o600)
  try {
    copy(source, target)
    return checked(target)
  } catch (error) {
    rmSync(target, { force: true })
    throw error
  }
}

function copy(source: string, target: string) {
  const database = new DatabaseSync(source, { readOnly: true })
  try {
    database.exec('PRAGMA busy_timeout = 10000')
    database.prepare('VACUUM INTO ?').run(target)
  } finally {
    database.close()
  }
}

if (import.meta.main) {
  const [, , target] = process.argv
  const source = databaseFile(process.env)
  if (!target) refuse('Where to? npm run backup -- /path/to/copy.db')
  if (!source) refuse('DATABASE_URL is a server: back it up there.')
  if (!existsSync(source)) refuse(`${source} is not there. Set DATA_DIR.`)
  if (existsSync(target)) refuse(`${target} is there already.`)
  const rows = backUp(source, target)
  say(`${resolve(target)}: ${statSync(target).size} octets, checked`)
  table(rows)
}
