/**
 * The libSQL adapter with eight things it lacks. A statement to a file is prepared once (kept-statements.ts). A wait for a lock does not stop the process (the driver is
 * synchronous: with its own timeout nothing else would be served meanwhile). A transaction takes the write
 * lock when it begins, not half-way, and leaves no connection behind. A database file that was taken away or replaced is noticed, where SQLite
 * would go on writing to the deleted one. A database that is not the one
 * it should be is not touched. Trouble with the database as such has one name.
 * And what it is told to do can be overheard.
 */
import { statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { PrismaLibSql } from '@prisma/adapter-libsql'
import { fileOf } from '@/lib/process/database-url'
import { DatabaseUnavailable, isUnavailable, opening, SandboxFull, unavailable } from './driver-errors'
import { FileClient } from './kept-statements'
import { BUSY, primaryCode } from './sqlite-code'
import { publishStatement } from './statement-channel'

type Client = ReturnType<PrismaLibSql['createClient']>
type Transaction = Awaited<ReturnType<Client['transaction']>>
type ResultSet = Awaited<ReturnType<Client['execute']>>
type Config = Parameters<PrismaLibSql['createClient']>[0]

export interface Patience {
  /** Milliseconds to wait for a lock before giving up. */
  lockWait: number
  /** Called when the connection should not be used again, with what the driver said. */
  onLost: (reason: unknown) => void
  /** Looks at a database before its first statement. Throws when it is not to be used. */
  fits?: (reader: Reader) => Promise<void>
}

type Reader = Pick<Client, 'execute'>

export class PatientLibSql extends PrismaLibSql {
  readonly #patience: Patience
  /** Of the connection that was opened last. */
  #look = async () => {}

  constructor(config: Config, patience: Patience) {
    super({ ...config, timeout: 0 })
    this.#patience = patience
  }

  override async connect() {
    const connecting = super.connect()
    const look = this.#look
    const adapter = await connecting
    try {
      await look()
    } catch (error) {
      await adapter.dispose()
      throw error
    }
    return adapter
  }

  override createClient(config: Config): Client {
    const { lockWait, onLost, fits } = this.#patience
    const once: Guard = async (work, reads = false) => {
      try {
        intact(reads)
        return await work()
      } catch (error) {
        if ((error as Error).message.includes('sandbox_full')) throw new SandboxFull('sandbox_full')
        if (!isUnavailable(error)) throw error
        onLost(error)
        throw unavailable(error)
      }
    }
    const path = fileOf(config.url)
    const [intact, client] = opening(() => [
      watchFile(path),
      path === null ? super.createClient(config) : new FileClient(path),
    ])
    const patiently: Guard = (work, reads) =>
      once(() => waiting(work, () => client.reconnect(), lockWait), reads)
    const look = client instanceof FileClient ? client.look : client.execute
    const reader = { execute: look.bind(client) as Client['execute'] }
    this.#look = () => patiently(async () => fits?.(reader), true)
    return client instanceof FileClient
      ? guardFile(client as unknown as Client, { patiently, once })
      : guardRemote(client, patiently)
  }
}

/** `reads`: it changes nothing. */
type Guard = <T>(work: () => Promise<T>, reads?: boolean) => Promise<T>
type Execute = (...given: unknown[]) => Promise<ResultSet>

/**
 * In a file, a transaction is a few statements of the one connection. The driver would hand that connection over to the transaction, open
 * another one for whatever comes next, and close none: two descriptors and 200 KB a transaction, until they are collected. Nothing comes
 * between, because the adapter holds a lock from the beginning of a transaction to its end.
 */
function guardFile(client: Client, { patiently, once }: { patiently: Guard; once: Guard }): Client {
  const execute = client.execute.bind(client) as Execute
  const say = (guarded: Guard, sql: string) => {
    publishStatement(sql)
    return guarded(() => execute(sql))
  }
  /** Of what went wrong something may be left in it, a transaction that is still open above all. */
  const anew = () => once(async () => client.reconnect())
  client.execute = guardExecute(client, patiently)
  client.transaction = async () => {
    await say(patiently, 'BEGIN IMMEDIATE')
    const end = async (sql: string) => {
      await say(once, sql)
    }
    const transaction: Pick<Transaction, 'execute' | 'commit' | 'rollback'> = {
      execute: guardExecute({ execute } as Client, once),
      commit: () =>
        end('COMMIT').catch(async (error) => {
          await anew()
          throw error
        }),
      rollback: () => end('ROLLBACK').finally(anew),
    }
    return transaction as Transaction
  }
  return client
}

function guardRemote(client: Client, guarded: Guard): Client {
  const begin = client.transaction.bind(client) as (mode: 'write') => Promise<Transaction>
  client.execute = guardExecute(client, guarded)
  client.transaction = async () => {
    publishStatement('BEGIN IMMEDIATE')
    const transaction = await guarded(() => begin('write'))
    const commit = transaction.commit.bind(transaction)
    const rollback = transaction.rollback.bind(transaction)
    transaction.execute = guardExecute(transaction, guarded)
    transaction.commit = () => {
      publishStatement('COMMIT')
      return guarded(commit)
    }
    transaction.rollback = () => {
      publishStatement('ROLLBACK')
      return rollback()
    }
    return transaction
  }
  return client
}

function guardExecute(target: Client | Transaction, guarded: Guard): Client['execute'] {
  const execute = target.execute.bind(target) as Execute
  const heard: Execute = (...given) => {
    const { sql, args } = given[0] as { sql: string; args: unknown[] }
    publishStatement(sql, args)
    return guarded(() => execute(...given), /^\s*SELECT\b/i.test(sql))
  }
  return heard as Client['execute']
}

/**
 * A statement that met a lock stays open in the driver until it is collected, and while it is open the writes
 * after it are acknowledged but never committed: the connection must not be used again.
 */
async function waiting<T>(
  work: () => Promise<T>,
  reconnect: () => Promise<void> | void,
  lockWait: number,
): Promise<T> {
  const until = performance.now() + lockWait
  for (let pause = 1; ; pause = Math.min(pause * 2, 50)) {
    try {
      return await work()
    } catch (error) {
      if (primaryCode(error) !== BUSY) throw error
      await reconnect()
      if (performance.now() > until) throw error
      await sleep(pause)
    }
  }
}

/** Milliseconds. What a read finds may be as old as this; a write is never acknowledged into a file that is gone. */
const LOOK_EVERY = 50

/** Remembers which file this is; the function it returns throws when another one, or none, lies there. */
function watchFile(path: string | null): (reads: boolean) => void {
  if (path === null || path === ':memory:') return () => {}
  const inode = () => statSync(path, { bigint: true, throwIfNoEntry: false })?.ino
  const known = inode()
  // Not made here: an empty new file would stand where the real one may yet be put back.
  if (known === undefined) throw new DatabaseUnavailable('The database file is gone')
  let looked = 0
  return (reads) => {
    if (reads && performance.now() - looked < LOOK_EVERY) return
    if (inode() !== known) throw new DatabaseUnavailable('The database file is gone or was replaced')
    looked = performance.now()
  }
}
