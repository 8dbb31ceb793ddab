import { describe, expect, it } from 'vitest'
import { applied, begun, nowhere, raw } from '../lib/testing/raw-database'
import { statementsOf } from './cut-short'
import { type Migration, migrationsOf, recordedIn } from './history'
import { migrate } from './migrate'
import { inMemory, shapeAfter, shapeOf } from './shape'

const root = process.cwd()
const all = migrationsOf(root)

/** One visitor with something in each table that the first migration makes. */
const VISITOR = `
  INSERT INTO Sandbox VALUES ('aaaaaaaaaaa', 'hash', 0, 0, 0, '{}', '{}');
  INSERT INTO User VALUES ('aaaaaaaaaaa', 'mina', 'mina@shop.example', 'Mina', 'customer', 0, NULL, NULL);
  INSERT INTO "Order" VALUES ('order', 'aaaaaaaaaaa', 'mina', 'jwt', 1, '[]', 0);
  INSERT INTO Session VALUES ('idHash', 'handle', 'aaaaaaaaaaa', 'mina', 'laptop', '{"apple":2}', 7, 0, 0, 0);
  INSERT INTO RefreshFamily VALUES ('family', 'aaaaaaaaaaa', 'mina', 'laptop', 'token', 1, 0, 0, 0, 0, NULL, NULL);
  INSERT INTO SpentRefreshToken VALUES ('spent', 'family', 0);
  INSERT INTO Cart VALUES ('aaaaaaaaaaa', 'mina', '{"pear":1}', 1, 0);`
const TABLES = ['Sandbox', 'User', '"Order"', 'Session', 'RefreshFamily', 'SpentRefreshToken', 'Cart']

/** A database of some version, in which the next migration came as far as `done` statements. */
async function cutShort(finished: Migration[], migration: Migration, done: number): Promise<string> {
  const url = nowhere()
  await raw(url, async (client) => {
    await applied(client, finished.slice(0, 1))
    if (finished.length > 0) await client.executeMultiple(VISITOR)
    await applied(client, finished.slice(1))
    await begun(client, migration, statementsOf(migration.sql).slice(0, done))
  })
  return url
}

/** What is there after another start. */
const after = (url: string) =>
  raw(url, async (client) => {
    const counts = TABLES.map(async (table) => {
      const { rows } = await client.execute(`SELECT count(*) AS n FROM ${table}`)
      return Number(rows[0]!.n)
    })
    const { rows: sessions } = await client.execute('SELECT cart, version FROM Session')
    const recorded = await recordedIn(client)
    return {
      shape: await shapeOf(client),
      counts: await Promise.all(counts),
      session: sessions[0] && { ...sessions[0] },
      open: recorded!.filter(({ finished }) => !finished),
      names: recorded!.map(({ name }) => name).toSorted(),
    }
  })

describe('a migration that was cut short', () => {
  it.each(all.map((migration, nth) => [migration.name, nth] as const))(
    '%s: is completed from wherever it came to, and what was there stays',
    async (_, nth) => {
      const finished = all.slice(0, nth)
      const shape = await shapeAfter(all)
      const statements = statementsOf(all[nth]!.sql).length
      for (let done = 0; done <= statements; done++) {
        const url = await cutShort(finished, all[nth]!, done)
        await migrate(url, root)
        expect(await after(url), `after ${done} statements`).toEqual({
          shape,
          counts: TABLES.map(() => (nth > 0 ? 1 : 0)),
          session: nth > 0 ? { cart: '{"apple":2}', version: 7 } : undefined,
          open: [],
          names: all.map(({ name }) => name),
        })
        expect(await migrate(url, root)).toEqual([])
      }
    },
  )

  it('that another process has ended meanwhile is only struck from the list', async () => {
    const url = await cutShort([], all[0]!, 0)
    await raw(url, (client) => applied(client, all))
    expect(await migrate(url, root)).toEqual([])
    expect((await after(url)).open).toEqual([])
  })

  it('and of which nobody can tell how far it came is left alone', async () => {
    const url = await cutShort(all.slice(0, 1), all[1]!, 3)
    await raw(url, (client) => client.execute('DROP TABLE Cart'))
    const before = await raw(url, shapeOf)
    await expect(migrate(url, root)).rejects.toMatchObject({ because: 'half', names: [all[1]!.name] })
    expect(await raw(url, shapeOf)).toEqual(before)
  })
})

it.each(all)('the statements of $name, one by one, are the whole of it', async ({ name, sql }) => {
  const before = all.filter((one) => one.name < name)
  const oneByOne = await inMemory(async (client) => {
    for (const one of before) await client.executeMultiple(one.sql)
    for (const statement of statementsOf(sql)) await client.execute(statement)
    return shapeOf(client)
  })
  expect(oneByOne).toEqual(await shapeAfter([...before, { name, sql }]))
})
