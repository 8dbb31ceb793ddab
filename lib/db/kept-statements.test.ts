/** What a statement that is kept must not do: tell of yesterday's table, hold a lock, or go on after it has failed. */
import { afterEach, describe, expect, test } from 'vitest'
import { fileOf } from '@/lib/process/database-url'
import { newDatabase } from '@/lib/testing/database'
import { raw } from '@/lib/testing/raw-database'
import { FileClient } from './kept-statements'

const open: FileClient[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})

function fresh() {
  const url = newDatabase()
  const client = new FileClient(fileOf(url)!)
  open.push(client)
  return { url, client }
}

const INSERT = 'INSERT INTO Health (id, checkedAt) VALUES (?, ?)'
const SELECT = 'SELECT id, checkedAt FROM Health WHERE id > ? ORDER BY id'
const insert = (client: FileClient, id: unknown) => client.execute({ sql: INSERT, args: [id, 'now'] })
const ids = async (client: FileClient) =>
  (await client.execute({ sql: SELECT, args: [0] })).rows.map((row) => row[0])

describe('a statement that runs again', () => {
  test('finds what is there now, also after the table has been altered by somebody else', async () => {
    const { url, client } = fresh()
    expect(await ids(client)).toEqual([])
    await insert(client, 1)
    expect(await ids(client)).toEqual([1])
    await raw(url, (other) =>
      other.executeMultiple(
        "ALTER TABLE Health ADD COLUMN note TEXT; INSERT INTO Health (id, checkedAt) VALUES (2, 'x')",
      ),
    )
    expect(await ids(client)).toEqual([1, 2])
    expect(await insert(client, 3)).toMatchObject({ rowsAffected: 1 })
    expect(await ids(client)).toEqual([1, 2, 3])
  })

  test('is as good as new after one that broke a rule', async () => {
    const { url, client } = fresh()
    await insert(client, 1)
    await expect(insert(client, 1)).rejects.toMatchObject({ rawCode: 1555 })
    await insert(client, 2)
    await raw(url, async (other) =>
      expect((await other.execute('SELECT count(*) AS n FROM Health')).rows[0]!.n).toBe(2),
    )
  })

  test('gives what it returns', async () => {
    const { client } = fresh()
    const sql = 'INSERT INTO Health (id, checkedAt) VALUES (?, ?) RETURNING id'
    for (const id of [1, 2]) expect((await client.execute({ sql, args: [id, 'now'] })).rows).toEqual([[id]])
  })
})

test('holds no lock between two runs: another process can take the file for itself', async () => {
  const { url, client } = fresh()
  await insert(client, 1)
  await insert(client, 1).catch(() => {})
  expect(await ids(client)).toEqual([1])
  await raw(url, async (other) => {
    const { rows } = await other.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    expect(rows[0]!.busy).toBe(0)
    await other.executeMultiple('BEGIN EXCLUSIVE; DELETE FROM Health; COMMIT')
  })
  expect(await ids(client)).toEqual([])
})

test('on the connection after one that met a lock, nothing is said to be written that is not', async () => {
  const { url, client } = fresh()
  await insert(client, 1)
  await raw(url, async (other) => {
    await other.execute('BEGIN IMMEDIATE')
    await expect(insert(client, 2)).rejects.toMatchObject({ rawCode: 5 })
    await other.execute('COMMIT')
  })
  client.reconnect()
  await insert(client, 3)
  await raw(url, async (other) =>
    expect((await other.execute('SELECT id FROM Health')).rows.map(({ id }) => id)).toEqual([1, 3]),
  )
})

test('an integer that is no number is refused, not rounded', async () => {
  const { client } = fresh()
  await insert(client, 2n ** 60n)
  await expect(ids(client)).rejects.toThrow(RangeError)
})

test('a commit does not wait for the disk, on each connection', async () => {
  const { client } = fresh()
  const synchronous = async () => (await client.look('PRAGMA synchronous')).rows
  expect(await synchronous()).toEqual([{ synchronous: 1 }])
  client.reconnect()
  expect(await synchronous()).toEqual([{ synchronous: 1 }])
})
