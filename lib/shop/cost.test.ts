/** What a request costs the database: the statements as they ran, counted at the client, against what is declared and shown. */
import { expect, it } from 'vitest'
import { PrismaClient } from '../../generated/prisma/client'
import { PatientLibSql } from '../patient-libsql'
import { DIFFERENCES } from '../strategies/differences'
import { STRATEGIES } from '../strategies/strategy'
import { freshSandbox } from '../testing/sandbox'

const statements: string[] = []

function openCountingDatabase() {
  const adapter = new PatientLibSql({ url: process.env.DATABASE_URL! }, { lockWait: 5000, onLost: () => {} })
  const client = new PrismaClient({ adapter, log: [{ emit: 'event', level: 'query' }] })
  client.$on('query', ({ query }) => statements.push(query))
  ;(globalThis as Record<symbol, unknown>)[Symbol.for('remember-me.database')] = client
}

function counted() {
  const own = statements.filter((sql) => !/`(Sandbox|User|Order)`/.test(sql))
  const reads = own.filter((sql) => /^SELECT/i.test(sql)).length
  const writes = own.filter((sql) => /^(INSERT|UPDATE|DELETE)/i.test(sql)).length
  statements.length = 0
  return [reads, writes]
}

it.each(STRATEGIES)('%s reads and writes as often as declared', async (strategy) => {
  openCountingDatabase()
  const world = await freshSandbox()
  const client = world.client(strategy)
  await world.signIn(client)
  await client.add('apple')
  counted()

  await client.get('me')
  expect(counted()).toEqual(DIFFERENCES.costOfMe[strategy])
  await client.get('cart')
  expect(counted()).toEqual(DIFFERENCES.costOfCartRead[strategy])
  await client.add('pear')
  expect(counted()).toEqual(DIFFERENCES.costOfCartWrite[strategy])
  await client.send('DELETE', 'cart/items/pear')
  expect(counted()).toEqual(DIFFERENCES.costOfCartWrite[strategy])
})

it('session moves the idle expiry with one write, at most once a minute', async () => {
  openCountingDatabase()
  const world = await freshSandbox()
  const client = world.client('session')
  await client.add('apple')
  world.later(59)
  counted()
  await client.get('cart')
  expect(counted()).toEqual([1, 0])
  world.later(1)
  await client.get('cart')
  expect(counted()).toEqual([1, 1])
  await client.get('cart')
  expect(counted()).toEqual([1, 0])
})
