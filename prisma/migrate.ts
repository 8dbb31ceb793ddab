/**
 * Brings a database up to the newest migration: `node prisma/migrate.ts` (Node 26, DATABASE_URL), and the
 * server at its start. Safe to run any number of times, and to be killed at any moment: a migration and the row
 * that records it are one transaction. The rows are Prisma's own, so that `prisma migrate deploy` agrees with it.
 */
import { closeSync, existsSync, openSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PrismaLibSql } from '@prisma/adapter-libsql'
import { alreadyHeld, holdDatabase } from '../lib/db/hold-database.ts'
import { BUSY, primaryCode } from '../lib/db/sqlite-code.ts'
import { absoluteUrl, addressOf, fileOf } from '../lib/process/database-url.ts'
import { makeFolder, ownerOnly } from '../lib/process/owner-only.ts'
import { restOf } from './cut-short.ts'
import { type Examined, examine, UnfitDatabase } from './examine.ts'
import {
  type Client,
  finishOf,
  type Migration,
  migrationsOf,
  recordOf,
  rollBackOf,
  TABLE,
} from './history.ts'

/** Milliseconds to wait for a lock. Ours, and not the driver's, which would stop the process meanwhile. */
const LOCK_WAIT = 5000

/**
 * @param url as in DATABASE_URL
 * @param root the folder that holds `prisma/`
 * @returns the names of the migrations that were applied now
 * @throws UnfitDatabase when it is not ours to migrate; nothing of it was changed
 */
export async function migrate(url: string, root: string): Promise<string[]> {
  const migrations = migrationsOf(root)
  const file = fileOf(url)
  if (file !== null) prepareFile(file)
  const until = performance.now() + LOCK_WAIT
  for (;;) {
    try {
      return await withClient(url, (client) => bringUp(client, migrations, file))
    } catch (error) {
      if (primaryCode(error) !== BUSY || performance.now() > until) throw error
      await sleep(25)
    }
  }
}

async function bringUp(client: Client, migrations: Migration[], file: string | null): Promise<string[]> {
  const first = await examine(client, migrations)
  if (file !== null) {
    for (const suffix of ['', '-wal', '-shm']) ownerOnly(`${file}${suffix}`)
    await writeAhead(client)
  }
  if (first.pending.length === 0 && first.cutShort.length === 0) return []
  await finishCutShort(client, first)
  const { pending } = await examine(client, migrations)
  for (const migration of pending) await apply(client, migrations, migration)
  await examine(client, migrations)
  // libSQL closes a connection only when its statements are collected: until then rows would lie in the -wal file.
  if (file !== null) await client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
  return first.pending.map(({ name }) => name)
}

/** The whole of it or nothing: whatever fails or dies on the way, SQLite takes back what was done. */
const atOnce = (client: Client, ...statements: string[]) =>
  // Tables are made anew by copying: a foreign key that is heeded would delete what hangs on the old one. Inside of a transaction it cannot be turned.
  client.executeMultiple(
    ['PRAGMA foreign_keys = OFF;', 'BEGIN IMMEDIATE;', ...statements, 'COMMIT;'].join('\n'),
  )

async function apply(client: Client, migrations: Migration[], migration: Migration): Promise<void> {
  try {
    await atOnce(client, TABLE, migration.sql, recordOf(migration))
  } catch (error) {
    // Another process may have done the same between our look and our lock.
    const { pending } = await examine(client, migrations)
    if (pending.some(({ name }) => name === migration.name)) throw error
  }
}

/** Completes what was begun by a version of the site that did it statement by statement. */
async function finishCutShort(client: Client, examined: Examined): Promise<void> {
  const { pending, cutShort } = examined
  // Two processes may have begun the same one: the row of the other says nothing of what is there.
  const open = cutShort.find(({ name }) => pending.some((one) => one.name === name))
  const others = cutShort.filter((one) => one !== open)
  if (others.some(({ name }) => name !== open?.name && pending.some((one) => one.name === name)))
    throw new UnfitDatabase('half', [...new Set(cutShort.map(({ name }) => name))])
  const rest = open ? [...(await restOfOpen(client, examined, open.name)), finishOf(open)] : []
  if (cutShort.length > 0) await atOnce(client, ...rest, ...others.map(rollBackOf))
}

async function restOfOpen(client: Client, { finished, pending }: Examined, name: string): Promise<string[]> {
  const rest = await restOf(client, finished, pending.find((one) => one.name === name)!)
  if (!rest) throw new UnfitDatabase('half', [name])
  return rest
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const config = { url, timeout: 0 }
  const client = new PrismaLibSql(config).createClient(config)
  try {
    return await work(client)
  } finally {
    client.close()
  }
}

/** Made here and not by SQLite, so that only its owner can read it; the -wal and -shm files follow suit. */
function prepareFile(path: string): void {
  makeFolder(dirname(path))
  const isNew = !existsSync(path)
  closeSync(openSync(path, 'a', 0o600))
  if (isNew) ownerOnly(path)
}

/** Kept in the file. Asked first: setting it takes an exclusive lock even when it is set already. */
async function writeAhead(client: Client): Promise<void> {
  const { rows } = await client.execute('PRAGMA journal_mode')
  if (rows[0]?.[0] !== 'wal') await client.execute('PRAGMA journal_mode = WAL')
}

if (import.meta.main) {
  const { DATABASE_URL, DATA_DIR, SHARE_DATA_DIR = '' } = process.env
  const given = DATABASE_URL || addressOf(join(/* turbopackIgnore: true */ DATA_DIR || 'data', 'shop.db'))
  const url = absoluteUrl(given, process.cwd())
  // A server that runs knows the tables as they were when it started.
  const share = ['1', 'true'].includes(SHARE_DATA_DIR)
  if (!share && !(await holdDatabase(url, { share, wait: 0 }))) {
    process.stderr.write(`${alreadyHeld(url)}\n`)
    process.exit(1)
  }
  const applied = await migrate(url, process.cwd())
  process.stdout.write(applied.length ? `Applied ${applied.join(', ')}\n` : 'The database is up to date\n')
}
