/**
 * One process on one database file. What a process keeps in memory of a sandbox (dials, clock, keys, passwords, whether it is still there)
 * another one does not hear of. So each holds a lock beside the file for as long as it lives: one of SQLite's, on an empty database. The operating
 * system lets go of it when the process ends, however it ends, so that none is ever left behind, and no process number is compared.
 */
import { closeSync, existsSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PrismaLibSql } from '@prisma/adapter-libsql'
import { addressOf, fileOf } from '../process/database-url.ts'
import { makeFolder, ownerOnly } from '../process/owner-only.ts'
import { BUSY, primaryCode } from './sqlite-code.ts'

export interface DatabaseLock {
  /** `alone`, or with others that are meant to be there; `nothing`: a lock could not be had, and not because of somebody else. */
  how: 'alone' | 'shared' | 'nothing'
  release(): void
}

export interface LockOptions {
  /** Others that want to share it are let in, and one that does not is kept out. */
  share: boolean
  /** Milliseconds that one which is ending may still take. */
  wait: number
}

const NOTHING: DatabaseLock = { how: 'nothing', release() {} }

/**
 * @param url as in DATABASE_URL. A libSQL server is meant for many: there is nothing to hold.
 * @returns null: another process holds it
 */
export async function holdDatabase(url: string, { share, wait }: LockOptions): Promise<DatabaseLock | null> {
  const file = fileOf(url)
  if (file === null || !makeLockFile(lockOf(file))) return NOTHING
  const until = performance.now() + wait
  for (;;) {
    const held = await tryToHold(addressOf(lockOf(file)), share)
    if (held) return held
    if (performance.now() >= until) return null
    await sleep(50)
  }
}

async function tryToHold(url: string, share: boolean): Promise<DatabaseLock | null> {
  try {
    const client = new PrismaLibSql({ url }).createClient({ url, timeout: 0 })
    // Without a journal beside it.
    await client.execute('PRAGMA journal_mode = MEMORY')
    await client.execute(share ? 'BEGIN' : 'BEGIN EXCLUSIVE')
    if (share) await client.execute('SELECT count(*) FROM sqlite_master')
    return { how: share ? 'shared' : 'alone', release: () => void client.execute('ROLLBACK') }
  } catch (error) {
    return primaryCode(error) === BUSY ? null : NOTHING
  }
}

export const lockOf = (file: string): string => `${file}-lock`

/** For people: what is the case, and what to do. */
export const alreadyHeld = (url: string): string =>
  `Another process runs on ${fileOf(url)}: end it, or give this one a folder of its own (DATA_DIR=another), or set SHARE_DATA_DIR=1 if the two are meant to share it (docs/running.md says what they then do not know of each other).`

/**
 * false: a folder that takes no files, and so no database either. One that is there is not opened: a process that closes a file loses
 * its locks on it, whoever of it took them (fcntl, POSIX).
 */
function makeLockFile(path: string): boolean {
  try {
    if (existsSync(path)) return true
    makeFolder(dirname(path))
    closeSync(openSync(path, 'a', 0o600))
    ownerOnly(path)
    return true
  } catch {
    return false
  }
}
