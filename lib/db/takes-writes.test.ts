import { closeSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fileOf } from '@/lib/process/database-url'
import { env, readEnv } from '@/lib/process/env'
import { callApi } from '@/lib/testing/api'
import { raw } from '@/lib/testing/raw-database'
import { freshSandbox } from '@/lib/testing/sandbox'
import { until } from '@/lib/testing/until'
import { recordOf } from '@/prisma/history'
import { closeDatabase, db, openDatabase } from './client'

env.RATE_LIMIT_SCALE = 1

const url = process.env.DATABASE_URL!
const file = fileOf(url)!

const health = async () => (await callApi('/api/health')).status
const told = async () => (await callApi('/api/health')).json()

/** As the first visit of a browser: 201 where all is well. */
const visit = () => callApi('/api/sandbox', { method: 'POST' })

/** The usual refusal, and nothing of the reason. */
async function refused(answer: Response) {
  expect(answer.status).toBe(503)
  expect(answer.headers.get('retry-after')).toBe('2')
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(await answer.json()).toEqual({
    type: 'urn:remember-me:problem:database_unavailable',
    title: 'The database cannot be reached. Try again in a moment.',
    status: 503,
    code: 'database_unavailable',
  })
}

it('is told by writing: a locked database is degraded, though it can be read', async () => {
  expect(await health()).toBe(200)
  const other = openDatabase(url)
  await other.$transaction(
    async (held) => {
      await held.sandbox.count()
      expect(await health()).toBe(503)
    },
    { timeout: 20_000 },
  )
  await other.$disconnect()
  expect(await health()).toBe(200)
})

it('is degraded while the file is gone, and well when it is back', async () => {
  renameSync(file, `${file}.away`)
  expect(await health()).toBe(503)
  renameSync(`${file}.away`, file)
  await until(async () => (await health()) === 200)
})

describe('a file that is damaged in one place', () => {
  /** Overwrites the pages that hold `text`, while nobody has the file open; returns how to undo it. */
  async function damage(text: string): Promise<() => Promise<void>> {
    await db().$queryRawUnsafe('PRAGMA wal_checkpoint(TRUNCATE)')
    await closeDatabase()
    const whole = readFileSync(file)
    const size = whole.readUInt16BE(16)
    const fd = openSync(file, 'r+')
    for (let at = whole.indexOf(text); at !== -1; at = whole.indexOf(text, at + 1))
      writeSync(fd, Buffer.alloc(size, 0xff), 0, size, size * Math.floor(at / size))
    closeSync(fd)
    return async () => {
      await closeDatabase()
      writeFileSync(file, whole)
    }
  }

  /** Somebody whose session fills a page: nobody who comes later is concerned. */
  async function shopper(letter: string) {
    const { client, sandbox } = await freshSandbox()
    const guest = client('session')
    await guest.add('apple')
    const mark = letter.repeat(3000)
    await db().session.updateMany({ where: { sandboxId: sandbox.id }, data: { handle: mark } })
    return { client: guest, mark: mark.slice(0, 1000) }
  }

  it('is degraded from the first visitor on whose write has failed, until it is whole again', async () => {
    const [, mina] = [await shopper('a'), await shopper('b'), await shopper('c')]
    const client = mina.client
    expect(await health()).toBe(200)
    const repair = await damage(mina.mark)
    expect(await client.add('pear')).toMatchObject({ status: 503, body: { code: 'database_unavailable' } })
    expect(await told()).toMatchObject({ status: 'degraded', database: false })
    expect(await health()).toBe(503)
    await repair()
    await until(async () => (await health()) === 200)
    expect(await client.add('pear')).toMatchObject({ status: 200 })
  })

  it('is degraded before anybody has met it where every visitor would', async () => {
    const world = await freshSandbox()
    const repair = await damage(world.sandbox.id)
    await refused(await visit())
    expect(await health()).toBe(503)
    await repair()
    await until(async () => (await health()) === 200)
    expect((await visit()).status).toBe(201)
  })
})

describe('a database that is not the one it should be', () => {
  it.each([
    [
      'newer',
      recordOf({ name: '0099_future', sql: 'SELECT 1;' }),
      'DELETE FROM _prisma_migrations WHERE migration_name = $0099_future$',
    ],
    [
      'incomplete',
      'ALTER TABLE Sandbox RENAME COLUMN settings TO dials',
      'ALTER TABLE Sandbox RENAME COLUMN dials TO settings',
    ],
    ['incomplete', 'ALTER TABLE Cart RENAME TO Basket', 'ALTER TABLE Basket RENAME TO Cart'],
  ])('(%s) is said so, refused everywhere, and not touched', async (because, before, after) => {
    const world = await freshSandbox()
    await closeDatabase()
    const content = () =>
      raw(url, async (client) =>
        (await client.execute('SELECT * FROM Health')).rows.map((row) => ({ ...row })),
      )
    await raw(url, (client) => client.executeMultiple(before))
    const then = await content()
    await refused(await visit())
    expect(await told()).toEqual({ status: 'degraded', database: false, recovery: 'operator', because })
    expect(await world.client('session').add('apple')).toMatchObject({ status: 503 })
    expect(await world.client('cookie').add('apple')).toMatchObject({ status: 200 })
    expect(await content()).toEqual(then)
    await closeDatabase()
    await raw(url, (client) => client.executeMultiple(after.replaceAll('$', "'")))
    expect(await told()).toEqual({ status: 'ok', database: true })
    expect((await visit()).status).toBe(201)
  })
})

describe('without the kept secrets', () => {
  afterEach(() => vi.restoreAllMocks())

  it('nobody is let in, and health says so', async () => {
    const path = join(env.DATA_DIR, 'a-file')
    writeFileSync(path, '')
    const strange = readEnv({ DATA_DIR: path }, '/shop')
    vi.spyOn(env, 'SESSION_PASSWORDS', 'get').mockImplementation(() => strange.SESSION_PASSWORDS)
    await refused(await visit())
    expect(await told()).toEqual({ status: 'degraded', database: false, recovery: 'retry' })
    vi.restoreAllMocks()
    expect(await health()).toBe(200)
  })
})
