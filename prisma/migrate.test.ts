import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it, test } from 'vitest'
import { holdDatabase } from '../lib/db/hold-database'
import { fileOf } from '../lib/process/database-url'
import { newDatabase } from '../lib/testing/database'
import { program } from '../lib/testing/program'
import { applied, nowhere, raw } from '../lib/testing/raw-database'
import { missingSql } from './diff'
import { migrationList, NO_FILTER, withEngine } from './engine'
import { isOf, migrationsOf, recordedIn, recordOf } from './history'
import { migrate } from './migrate'
import { shapeOf } from './shape'

const root = process.cwd()
const all = migrationsOf(root)
const names = all.map(({ name }) => name)

test('a migrated database needs nothing more', async () => {
  expect(await migrate(newDatabase(), root)).toEqual([])
})

test('the migrations reach the schema', async () => {
  expect(await missingSql(root)).toBe('')
})

describe('Prisma’s own engine', () => {
  it('finds nothing to do, nothing changed and nothing failed', async () => {
    const url = nowhere()
    await migrate(url, root)
    const [done, diagnosed] = await withEngine(url, root, async (engine) => [
      await engine.applyMigrations({ migrationsList: migrationList(root), filters: NO_FILTER }),
      await engine.diagnoseMigrationHistory({
        migrationsList: migrationList(root),
        optInToShadowDatabase: false,
        filters: NO_FILTER,
      }),
    ])
    expect(done).toEqual({ appliedMigrationNames: [] })
    expect(diagnosed).toMatchObject({
      history: null,
      failedMigrationNames: [],
      editedMigrationNames: [],
      hasMigrationsTable: true,
    })
  })

  it('has left databases that are gone on with', async () => {
    const url = nowhere()
    writeFileSync(fileOf(url)!, '')
    const { migrationDirectories, ...list } = migrationList(root)
    const first = { ...list, migrationDirectories: migrationDirectories.slice(0, 2) }
    await withEngine(url, root, (engine) =>
      engine.applyMigrations({ migrationsList: first, filters: NO_FILTER }),
    )
    expect(await migrate(url, root)).toEqual(names.slice(2))
    expect((await raw(url, recordedIn))!.map(({ name }) => name).toSorted()).toEqual(names)
  })
})

describe('killed at any moment', () => {
  it('it comes up at the next start, with what was there', async () => {
    const url = nowhere()
    await raw(url, async (client) => {
      await applied(client, all.slice(0, 1))
      await client.execute("INSERT INTO Sandbox VALUES ('aaaaaaaaaaa', 'hash', 0, 0, 0, '{}', '{}')")
    })
    // Until one gets through: each dies a little later than the one before, and on a slow machine by as much more.
    for (let after = 60; ; after *= 1.15) {
      const { ended, kill } = program(['prisma/migrate.ts'], { DATABASE_URL: url })
      await Promise.race([ended, sleep(after)])
      kill()
      const { code } = await ended
      if (code !== null) {
        expect(code).toBe(0)
        break
      }
    }
    expect(await migrate(url, root)).toEqual([])
    expect(
      await raw(url, async (client) => (await client.execute('SELECT id FROM Sandbox')).rows.length),
    ).toBe(1)
  })

  it('by hand it waits until no server runs on it', async () => {
    const url = nowhere()
    const held = await holdDatabase(url, { share: false, wait: 0 })
    const refused = await program(['prisma/migrate.ts'], { DATABASE_URL: url }).ended
    expect(refused).toMatchObject({ code: 1, output: expect.stringContaining('Another process runs on') })
    held?.release()
    const done = await program(['prisma/migrate.ts'], { DATABASE_URL: url }).ended
    expect(done).toMatchObject({ code: 0, output: expect.stringContaining('0001_init') })
  })

  it('two that begin together end together', async () => {
    const url = nowhere()
    const both = await Promise.all([migrate(url, root), migrate(url, root)])
    expect(both.flat().toSorted()).toEqual(expect.arrayContaining(names))
    expect((await raw(url, recordedIn))!.map(({ name }) => name).toSorted()).toEqual(names)
  })
})

describe('a database that is not ours to migrate', () => {
  /** Nothing in it, and nothing beside it. */
  const contentOf = (url: string) =>
    raw(url, async (client) => {
      const { rows } = await client.execute('SELECT type, name, sql FROM sqlite_master ORDER BY name')
      return [rows.map((row) => ({ ...row })), await recordedIn(client)]
    })

  it.each([
    ['newer', ['0099_future'], recordOf({ name: '0099_future', sql: 'SELECT 1;' })],
    [
      'changed',
      ['0002_dials'],
      "UPDATE _prisma_migrations SET checksum = 'x' WHERE migration_name = '0002_dials'",
    ],
    ['incomplete', ['table Cart'], 'DROP TABLE Cart'],
    ['incomplete', ['column Sandbox.settings'], 'ALTER TABLE Sandbox RENAME COLUMN settings TO dials'],
    ['incomplete', ['trigger Session_cap'], 'DROP TRIGGER Session_cap'],
    ['foreign', ['table Sandbox'], 'DROP TABLE _prisma_migrations'],
  ])('(%s %j) is left as it is', async (because, what, done) => {
    const url = newDatabase()
    await raw(url, (client) => client.executeMultiple(done))
    const before = await contentOf(url)
    const error = await migrate(url, root).catch((caught) => caught)
    expect(error).toMatchObject({ name: 'UnfitDatabase', because })
    expect(error.names).toEqual(expect.arrayContaining(what))
    expect(await contentOf(url)).toEqual(before)
  })

  it('with an index of the operator’s own is ours', async () => {
    const url = newDatabase()
    await raw(url, (client) => client.executeMultiple('CREATE INDEX mine ON Cart(version); ANALYZE'))
    expect(await migrate(url, root)).toEqual([])
  })

  it('is told by its checksums, however a checkout has ended the lines', () => {
    const [first] = all
    const windows = { ...first!, sql: first!.sql.replaceAll('\n', '\r\n') }
    const checksum = (sql: string) => /'([0-9a-f]{64})'/.exec(recordOf({ name: '', sql }))![1]!
    expect(isOf(windows, checksum(first!.sql))).toBe(true)
    expect(isOf(first!, checksum(windows.sql))).toBe(true)
    expect(isOf(first!, checksum(`${first!.sql} `))).toBe(false)
  })
})

describe('the files', () => {
  const umask = process.umask()
  afterEach(() => void process.umask(umask))
  const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)

  it.each([0o000, 0o022, 0o277])('are their owner’s alone, with umask %o', async (mask) => {
    const folder = join(dirname(fileOf(nowhere())!), 'data')
    process.umask(mask)
    const url = `file:${folder}/shop.db`
    await migrate(url, root)
    // While somebody has it open there are three.
    const found = await raw(url, async (client) => {
      await client.execute('SELECT * FROM Sandbox')
      return Object.fromEntries(readdirSync(folder).map((name) => [name, mode(join(folder, name))]))
    })
    const three = { 'shop.db': '600', 'shop.db-wal': '600', 'shop.db-shm': '600' }
    expect({ folder: mode(folder), ...found }).toEqual({ folder: '700', ...three })
  })

  it('that came from elsewhere become so; a folder stays as it was', async () => {
    const url = newDatabase()
    const path = fileOf(url)!
    chmodSync(path, 0o644)
    chmodSync(dirname(path), 0o755)
    await migrate(url, root)
    expect([mode(path), mode(dirname(path))]).toEqual(['600', '755'])
  })

  it('of another program stay as they are', async () => {
    const url = nowhere()
    mkdirSync(dirname(fileOf(url)!), { recursive: true })
    writeFileSync(fileOf(url)!, 'not a database, and long enough to be read as one'.repeat(40))
    const before = readFileSync(fileOf(url)!)
    await expect(migrate(url, root)).rejects.toThrow('SQLITE_NOTADB')
    expect(readFileSync(fileOf(url)!)).toEqual(before)
  })
})

test('what is there is told by name', async () => {
  expect(await raw(newDatabase(), shapeOf)).toContain('column Cart.lines')
})
