// npm run restore -- copy.db: puts a copy in the place of the database, while no server runs on it. What was there is kept beside it.
import { chmodSync, closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { backUp } from './backup.ts'
import { databaseFile, type Rows, refuse, say, table } from './copies.ts'

/**
 * Killed at any moment, what lies there is a whole database: the old one or the copy. The same command again completes it.
 * @returns the rows of each table, and under which name the database that was there is kept (null: there was none)
 * @throws when it is no copy; nothing was changed then
 */
export function restore(copy: string, target: string): { rows: Rows; kept: string | null } {
  const draft = `${target}.restoring`
  const rows = drafted(copy, draft)
  settle(target)
  const kept = existsSync(target) ? `${target}.before-${new Date().toISOString().replaceAll(':', '-')}` : null
  if (kept) {
    chmodSync(target, 0o600)
    linkSync(target, kept)
  }
  setAside(target, kept ?? `${target}.stray`)
  renameSync(draft, target)
  onDisk(dirname(target))
  return { rows, kept }
}

/** Not copied as a file: what is still in a -wal file beside it comes along, and damage is noticed. */
function drafted(copy: string, draft: string): Rows {
  rmSync(draft, { force: true })
  const rows = backUp(copy, draft)
  if (Object.keys(rows).length > 0) {
    onDisk(draft)
    return rows
  }
  rmSync(draft)
  throw new Error('there is nothing in it')
}

/** What is there becomes one file, if it can: what a killed server has left in the -wal file is taken over into it. */
function settle(target: string) {
  if (!existsSync(target)) return
  try {
    const database = new DatabaseSync(target)
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    database.close()
  } catch {
    // Damaged: that may be why a copy is wanted. It is kept as it is.
  }
}

/** They belong to the database that was there: under another one they would be taken for its newest pages. */
function setAside(target: string, kept: string) {
  for (const suffix of ['-wal', '-shm']) {
    if (!existsSync(`${target}${suffix}`)) continue
    chmodSync(`${target}${suffix}`, 0o600)
    renameSync(`${target}${suffix}`, `${kept}${suffix}`)
  }
}

/** There after a power cut, too. Windows opens no folder for that. */
function onDisk(path: string) {
  try {
    const file = openSync(path, 'r')
    fsyncSync(file)
    closeSync(file)
  } catch (error) {
    if (!['EPERM', 'EISDIR', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}

/** The lock that each server holds while it lives (lib/db/hold-database.ts), for as long as this script lives. */
function isOurs(target: string) {
  const path = `${target}-lock`
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600))
  chmodSync(path, 0o600)
  const lock = new DatabaseSync(path)
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    process.on('exit', () => lock.close())
    return true
  } catch {
    return false
  }
}

if (import.meta.main) {
  const [, , copy] = process.argv
  const target = databaseFile(process.env)
  if (!copy) refuse('What? npm run restore -- /path/to/copy.db')
  if (!target) refuse('DATABASE_URL is a server: restore it there.')
  if (!existsSync(dirname(target))) refuse(`${dirname(target)} is not there. Set DATA_DIR.`)
  if (!existsSync(copy)) refuse(`${copy} is not there.`)
  if (!isOurs(target)) refuse(`A server runs on ${target}. Stop it, restore, and start it again.`)
  try {
    const { rows, kept } = restore(copy, target)
    say(`${target} is now the copy${kept ? `; what was there is ${kept}` : ''}`)
    table(rows)
  } catch (error) {
    refuse(`${copy} is no copy of a database: ${(error as Error).message}`)
  }
}
