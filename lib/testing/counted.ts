/** Counts the statements that the database client really sends. Business data is not a lane's cost. */
import { PrismaClient } from '@/generated/prisma/client'
import { PatientLibSql } from '@/lib/db/patient-libsql'
import { guardTenants } from '@/lib/db/tenant-guard'
import { perProcess } from '@/lib/process/once'

const statements: string[] = []

/** Puts a counting client in the place of the process's own. Before the first use of the database. */
export function openCountingDatabase() {
  const adapter = new PatientLibSql({ url: process.env.DATABASE_URL! }, { lockWait: 5000, onLost: () => {} })
  const client = new PrismaClient({ adapter, log: [{ emit: 'event', level: 'query' }] })
  client.$on('query', ({ query }) => statements.push(query))
  perProcess('database', () => ({ open: { all: client, guarded: guardTenants(client) } }))
}

/** [reads, writes] */
export async function counted(work: () => Promise<unknown>): Promise<[number, number]> {
  statements.length = 0
  await work()
  const own = statements.filter((sql) => !/`(Sandbox|User|Order)`/.test(sql))
  const count = (verbs: RegExp) => own.filter((sql) => verbs.test(sql)).length
  return [count(/^SELECT/i), count(/^(INSERT|UPDATE|DELETE)/i)]
}
