/** A database as files and statements, without the client of the site: to make what its owner, or a process that was killed, has left. */
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { PrismaLibSql } from '@prisma/adapter-libsql'
import type { Client, Migration } from '../../prisma/history.ts'
import { recordOf, TABLE } from '../../prisma/history.ts'
import { addressOf } from '../process/database-url.ts'

/** The address of a file that is not there yet. */
export const nowhere = (): string =>
  addressOf(join(mkdtempSync(join(process.env.DATA_DIR!, 'raw-')), 'shop.db'))

export async function raw<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const config = { url, timeout: 5000 }
  const client = new PrismaLibSql(config).createClient(config)
  try {
    // What a test makes need not outlive the machine.
    await client.execute('PRAGMA synchronous = OFF')
    return await work(client)
  } finally {
    client.close()
  }
}

/** These migrations, whole and recorded. */
export async function applied(client: Client, migrations: Migration[]): Promise<void> {
  await client.executeMultiple(TABLE)
  const whole = migrations.map((one) => `${one.sql}\n${recordOf(one)}`)
  await client.executeMultiple(['BEGIN;', ...whole, 'COMMIT;'].join('\n'))
}

/** Begun and not ended, as it was written down before a migration was one transaction. */
export async function begun(client: Client, migration: Migration, statements: string[]): Promise<void> {
  await client.executeMultiple(`${TABLE}\n${recordOf(migration)}
    UPDATE _prisma_migrations SET finished_at = NULL, applied_steps_count = 0 WHERE migration_name = '${migration.name}'`)
  for (const statement of statements) await client.executeMultiple(statement)
}
