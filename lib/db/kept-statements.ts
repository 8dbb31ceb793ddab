/**
 * One connection to a database file, on which each statement is prepared once. libSQL's own client prepares it anew each time it runs, and
 * describes its columns twice: that costs several times what the statement does. A statement that is kept holds no lock: it is run to
 * its end, which ends its read, and one that failed is not kept.
 */
import type { PrismaLibSql } from '@prisma/adapter-libsql'
import Database from 'libsql'
import { BoundedMap } from '@/lib/process/bounded-map'

type Client = ReturnType<PrismaLibSql['createClient']>
type ResultSet = Awaited<ReturnType<Client['execute']>>
type Value = string | number | bigint | null

interface Prepared {
  statement: Database.Statement<[readonly unknown[]]>
  columns: string[]
  /** As the tables declare them. */
  columnTypes: string[]
}

/** The shop has some sixty; a list in one of them makes a text of its own for each length. */
const MOST_KEPT = 200
/** They name their columns, and do nothing when they are prepared. */
const KEPT = /^\s*(SELECT|INSERT|UPDATE|DELETE|BEGIN|COMMIT|ROLLBACK)\b/i

/** What the adapter asks of libSQL's client, but for transactions (patient-libsql.ts). */
export class FileClient {
  readonly #path: string
  readonly #kept = new BoundedMap<string, Prepared>(MOST_KEPT)
  #database: Database.Database
  #isSet = false

  constructor(path: string) {
    this.#path = path
    this.#database = open(path)
  }

  /** Rows are lists: the adapter asks for no names. */
  async execute(asked: string | { sql: string; args: unknown[] }): Promise<ResultSet> {
    const { sql, args } = typeof asked === 'string' ? { sql: asked, args: [] } : asked
    this.#set()
    const prepared = this.#kept.get(sql) ?? prepare(this.#database, sql)
    try {
      const found = run(prepared, args)
      if (KEPT.test(sql)) this.#kept.keep(sql, prepared)
      return found as unknown as ResultSet
    } catch (error) {
      this.#kept.delete(sql)
      throw error
    }
  }

  /** Rows with names, for whoever looks at what this database is. */
  async look(sql: string): Promise<ResultSet> {
    const { columns, rows, ...rest } = await this.execute(sql)
    const named = rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]])))
    return { ...rest, columns, rows: named } as unknown as ResultSet
  }

  async executeMultiple(sql: string): Promise<void> {
    this.#set()
    this.#database.exec(sql)
  }

  /** A connection of its own, on which nothing is left of what went wrong on the other. */
  reconnect(): void {
    try {
      this.close()
    } finally {
      this.#database = open(this.#path)
      this.#isSet = false
    }
  }

  close(): void {
    this.#kept.clear()
    if (this.#database.open) this.#database.close()
  }

  /**
   * With a write-ahead log a commit need not wait for the disk: a process that is killed has still committed all that it said it had. Only when
   * the machine itself loses power the last moments may be missing, and never the half of something (https://sqlite.org/pragma.html#pragma_synchronous).
   * Before the first statement and not while it is opened: it looks into the file, which may be locked.
   */
  #set(): void {
    if (this.#isSet) return
    this.#database.exec('PRAGMA synchronous = NORMAL')
    this.#isSet = true
  }
}

/** Its own wait for a lock would stop the process. */
const open = (path: string) => new Database(path, { timeout: 0 })

function prepare(database: Database.Database, sql: string): Prepared {
  const statement = database.prepare<[readonly unknown[]]>(sql).safeIntegers(true)
  if (!statement.reader) return { statement, columns: [], columnTypes: [] }
  const described = statement.raw(true).columns()
  return {
    statement,
    columns: described.map(({ name }) => name),
    columnTypes: described.map(({ type }) => type ?? ''),
  }
}

function run({ statement, columns, columnTypes }: Prepared, args: unknown[]) {
  const bound = args.map(bindable)
  if (columns.length === 0)
    return { columns, columnTypes, rows: [], rowsAffected: statement.run(bound).changes }
  const rows = (statement.all(bound) as Value[][]).map((row) => row.map(plain))
  return { columns, columnTypes, rows, rowsAffected: 0 }
}

const bindable = (value: unknown) => (typeof value === 'boolean' ? Number(value) : value)

/** @throws where a number would be another one */
function plain(value: Value): Value {
  if (typeof value !== 'bigint') return value
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError('An integer of a row is no number')
  return number
}
