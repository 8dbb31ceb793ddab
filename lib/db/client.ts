import 'server-only'
import { PrismaClient } from '@/generated/prisma/client'
import { env } from '@/lib/process/env'
import { perProcess } from '@/lib/process/once'
import { examine, UnfitDatabase } from '@/prisma/examine'
import { migrationsOf, type Reader } from '@/prisma/history'
import { noteTrouble, trouble } from './database-trouble'
import { DatabaseUnavailable } from './driver-errors'
import { PatientLibSql } from './patient-libsql'
import { guardTenants } from './tenant-guard'

export { DatabaseUnavailable }

/** How long a statement waits for a lock, in milliseconds. */
const LOCK_WAIT = 5000

interface Open {
  /** Refuses a query that names no sandbox. */
  guarded: PrismaClient
  all: PrismaClient
}

/**
 * The one client of this process: shared by all bundles, opened at first use. Ask for it anew each time:
 * after trouble with the database a new connection takes the place of the old one.
 */
export const db = (): PrismaClient => open().guarded

/** Over all sandboxes: for the sweeper and the health check, and nothing that serves a visitor (house.test.ts). */
export const allSandboxes = (): PrismaClient => open().all

const slot = () => perProcess<{ open: Open | null }>('database', () => ({ open: null }))

function open(): Open {
  const own = slot()
  if (own.open) return own.open
  const all = openDatabase(env.DATABASE_URL, LOCK_WAIT, (_, reason) => {
    noteTrouble(reason)
    if (own.open?.all === all) own.open = null
  })
  own.open = { all, guarded: guardTenants(all) }
  return own.open
}

/**
 * A client of its own. The caller closes it.
 * @param onLost called when the database could not be used and the client should be let go
 */
export function openDatabase(
  url: string,
  lockWait = LOCK_WAIT,
  onLost: (client: PrismaClient, reason: unknown) => void = () => {},
): PrismaClient {
  const adapter = new PatientLibSql({ url }, { lockWait, onLost: (reason) => onLost(client, reason), fits })
  // An error would else quote the arguments of its query, into the log of whoever prints it.
  const client: PrismaClient = new PrismaClient({ adapter, errorFormat: 'minimal' })
  return client
}

const migrations = () => perProcess('migrations', () => migrationsOf(process.cwd()))

/**
 * Looked at with each connection, because a file can be put in the place of another one at any time. One that another version has
 * migrated, or somebody has taken something out of, is left as it is.
 */
async function fits(reader: Reader): Promise<void> {
  const now = trouble()
  try {
    const { pending, cutShort } = await examine(reader, migrations())
    now.unfit = null
    if (pending.length + cutShort.length === 0) return
    now.onOutdated()
    throw new DatabaseUnavailable('The database is not migrated')
  } catch (error) {
    if (error instanceof UnfitDatabase) now.unfit = error
    throw error
  }
}

/** Closes the client. The next call of `db` opens a new one. */
export async function closeDatabase(): Promise<void> {
  const own = slot()
  const client = own.open?.all
  own.open = null
  await client?.$disconnect()
}

/** A transaction that could not begin (P2028) or lost to another one (P2034). */
const TRANSACTION_TROUBLE = ['P2028', 'P2034']

/** Locked, read-only, full, damaged or gone: trouble with the database as such, or with the secrets beside it, which may pass. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  // By name: the bundles of a server each have a class of their own.
  if (['DatabaseUnavailable', 'SecretsUnavailable'].includes(error.name)) return true
  return TRANSACTION_TROUBLE.includes((error as { code?: string }).code ?? '')
}

/** By name, as above. Who meets it: whoever lets one sandbox pile up rows, and nobody else. */
export const isSandboxFull = (error: unknown): boolean =>
  error instanceof Error && error.name === 'SandboxFull'

/** A row whose sandbox is gone (foreign key, P2003). */
export const isRowOfNothing = (error: unknown): boolean =>
  error instanceof Error && (error as { code?: string }).code === 'P2003'
