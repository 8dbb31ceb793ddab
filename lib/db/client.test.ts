import { readdirSync, readlinkSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { PrismaClient } from '@/generated/prisma/client'
import { addressOf, fileOf } from '@/lib/process/database-url'
import { newDatabase } from '@/lib/testing/database'
import { raw } from '@/lib/testing/raw-database'
import { allSandboxes, DatabaseUnavailable, db, isDatabaseUnavailable, openDatabase } from './client'
import { trouble } from './database-trouble'

const at = new Date('2030-01-01T00:00:00Z')
const sandbox = (id: string) => ({ id, ownerHash: `hash of ${id}`, createdAt: at, expiresAt: at })

describe('rows', () => {
  test('end with their sandbox', async () => {
    const carts = { create: { subject: 'mina', lines: '{}', updatedAt: at } }
    await db().sandbox.create({ data: { ...sandbox('one'), carts } })
    await db().sandbox.delete({ where: { id: 'one' } })
    expect(await allSandboxes().cart.count()).toBe(0)
  })

  test('give back the date they were given', async () => {
    await db().sandbox.create({ data: sandbox('two') })
    expect((await db().sandbox.findUniqueOrThrow({ where: { id: 'two' } })).createdAt).toEqual(at)
  })
})

describe('when another process holds the lock', () => {
  const open: PrismaClient[] = []
  afterEach(() => Promise.all(open.splice(0).map((client) => client.$disconnect())))
  const client = (url: string, lockWait: number) => {
    const one = openDatabase(url, lockWait)
    open.push(one)
    return one
  }

  /** A transaction that has begun (and so holds the write lock) and ends when `release` is called. */
  function hold(url: string) {
    let release = () => {}
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    let begun = () => {}
    const began = new Promise<void>((resolve) => {
      begun = resolve
    })
    const ended = client(url, 0).$transaction(async (held) => {
      await held.sandbox.count()
      begun()
      await released
    })
    return {
      began,
      async release() {
        release()
        await ended
      },
    }
  }

  test('a write waits without stopping the process, and then succeeds', async () => {
    const url = newDatabase()
    const lock = hold(url)
    await lock.began
    const write = client(url, 5000)
      .sandbox.create({ data: sandbox('waited') })
      .then(() => 'written')
    // Only a process that still runs its timers can release the lock.
    await lock.release()
    expect(await write).toBe('written')
    expect(await client(url, 0).sandbox.count()).toBe(1)
  })

  test('a write that waited too long is refused, and nothing of it remains', async () => {
    const url = newDatabase()
    const lock = hold(url)
    await lock.began
    const error = await client(url, 20)
      .sandbox.create({ data: sandbox('late') })
      .catch((caught) => caught)
    expect(error).toBeInstanceOf(DatabaseUnavailable)
    await lock.release()
    expect(await client(url, 0).sandbox.count()).toBe(0)
  })

  test('a write after the refusal is there for the next process', async () => {
    const url = newDatabase()
    const lock = hold(url)
    await lock.began
    const one = client(url, 20)
    await one.sandbox.create({ data: sandbox('late') }).catch(() => {})
    await lock.release()
    await one.sandbox.create({ data: sandbox('kept') })
    await one.$disconnect()
    expect(await client(url, 0).sandbox.findMany({ select: { id: true } })).toEqual([{ id: 'kept' }])
  })
})

describe('when the file', () => {
  test('is taken away under the server, nothing is said to be written; put back, all is there', async () => {
    const url = newDatabase()
    const path = fileOf(url)!
    const client = openDatabase(url)
    await client.sandbox.create({ data: sandbox('before') })
    await client.$disconnect()
    const second = openDatabase(url)
    await second.sandbox.count()
    renameSync(path, `${path}.away`)
    expect(
      isDatabaseUnavailable(await second.sandbox.create({ data: sandbox('lost') }).catch((e) => e)),
    ).toBe(true)
    renameSync(`${path}.away`, path)
    expect(await openDatabase(url).sandbox.findMany({ select: { id: true } })).toEqual([{ id: 'before' }])
  })

  test('is another one that is not migrated yet, migrations are asked for, and nothing is written to it', async () => {
    const url = newDatabase()
    const asked = vi.spyOn(trouble(), 'onOutdated')
    await raw(url, (client) => client.execute("DELETE FROM _prisma_migrations WHERE migration_name > '0005'"))
    const client = openDatabase(url)
    const error = await client.sandbox.create({ data: sandbox('lost') }).catch((caught) => caught)
    expect(isDatabaseUnavailable(error)).toBe(true)
    expect(asked).toHaveBeenCalled()
    await raw(url, async (other) =>
      expect((await other.execute('SELECT count(*) AS n FROM Sandbox')).rows[0]!.n).toBe(0),
    )
  })

  test('lies in a folder that is none, or cannot be read', async () => {
    const path = fileOf(newDatabase())!
    for (const address of [addressOf(join(path, 'shop.db')), addressOf(dirname(path))]) {
      const error = await openDatabase(address)
        .sandbox.count()
        .catch((caught) => caught)
      expect(isDatabaseUnavailable(error)).toBe(true)
    }
  })

  test('was never there, none is made', async () => {
    const error = await openDatabase('file:/nowhere/shop.db')
      .sandbox.count()
      .catch((caught) => caught)
    expect(isDatabaseUnavailable(error)).toBe(true)
  })
})

test('a broken rule of the data model is not trouble with the database, and spoils nothing after it', async () => {
  const url = newDatabase()
  const client = openDatabase(url)
  await client.sandbox.create({ data: sandbox('twice') })
  const error = await client.sandbox.create({ data: sandbox('twice') }).catch((caught) => caught)
  expect(isDatabaseUnavailable(error)).toBe(false)
  await client.sandbox.create({ data: sandbox('after') })
  await client.$disconnect()
  expect(await openDatabase(url).sandbox.count()).toBe(2)
})

test('a full disk has the same name inside a transaction', async () => {
  const client = openDatabase(newDatabase())
  const much = { ...sandbox('much'), settings: 'x'.repeat(1_000_000) }
  const error = await client
    .$transaction(async (within) => {
      await within.$queryRawUnsafe('PRAGMA max_page_count = 1')
      await within.sandbox.create({ data: much })
    })
    .catch((caught) => caught)
  expect(isDatabaseUnavailable(error)).toBe(true)
  await client.$disconnect()
})

describe('a transaction', () => {
  /** Descriptors of this process on the file. */
  const opened = (url: string) =>
    readdirSync('/proc/self/fd').filter((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`) === fileOf(url)
      } catch {
        return false
      }
    }).length

  test.skipIf(process.platform !== 'linux')('leaves no connection behind', async () => {
    const url = newDatabase()
    const client = openDatabase(url)
    await client.sandbox.create({ data: sandbox('first') })
    const before = opened(url)
    for (let nth = 0; nth < 10; nth++)
      await client.$transaction([
        client.sandbox.create({ data: sandbox(`nth ${nth}`) }),
        client.sandbox.count(),
      ])
    expect(opened(url)).toBe(before)
    await client.$disconnect()
  })

  test('that fails leaves nothing, and what is written after it is there for the next process', async () => {
    const url = newDatabase()
    const client = openDatabase(url)
    const twice = { data: sandbox('twice') }
    const both = client.$transaction([client.sandbox.create(twice), client.sandbox.create(twice)])
    await expect(both).rejects.toMatchObject({ code: 'P2002' })
    await client.sandbox.create({ data: sandbox('after') })
    expect(await openDatabase(url).sandbox.findMany({ select: { id: true } })).toEqual([{ id: 'after' }])
  })

  test('and what is asked meanwhile do not get into each other', async () => {
    const client = openDatabase(newDatabase())
    const failed = client.$transaction(async (within) => {
      await within.sandbox.create({ data: sandbox('inside') })
      await new Promise(setImmediate)
      throw new Error('changed my mind')
    })
    const outside = client.sandbox.create({ data: sandbox('outside') })
    await expect(failed).rejects.toThrow('changed my mind')
    await outside
    expect(await client.sandbox.findMany({ select: { id: true } })).toEqual([{ id: 'outside' }])
  })
})
