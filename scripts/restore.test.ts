import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { addressOf, fileOf } from '../lib/process/database-url'
import { newDatabase } from '../lib/testing/database'
import { program } from '../lib/testing/program'
import { raw } from '../lib/testing/raw-database'

let url: string
let folder: string
let copy: string

beforeEach(() => {
  url = newDatabase()
  folder = dirname(fileOf(url)!)
  copy = join(folder, 'copy.db')
})

const script = (name: 'backup' | 'restore', ...args: string[]) =>
  program([`scripts/${name}.ts`, ...args], { DATABASE_URL: '', DATA_DIR: folder }).ended

const add = (id: string) =>
  raw(url, (client) =>
    client.execute({
      sql: 'INSERT INTO Sandbox (id, ownerHash, createdAt, expiresAt) VALUES (?, ?, 0, 0)',
      args: [id, id],
    }),
  )

const names = (address = url) =>
  raw(address, async (client) =>
    (await client.execute('SELECT id FROM Sandbox ORDER BY id')).rows.map(({ id }) => id),
  )

const mode = (path: string) => statSync(path).mode & 0o777

describe('a backup', () => {
  it.each([0o000, 0o022])('is its owner’s alone, with umask %o', async (mask) => {
    const before = process.umask(mask)
    const { code, output } = await script('backup', copy).finally(() => process.umask(before))
    expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining('checked') })
    expect(mode(copy)).toBe(0o600)
  })

  it('takes nothing’s place, and leaves nothing behind when it fails', async () => {
    writeFileSync(copy, 'something else')
    expect(await script('backup', copy)).toMatchObject({
      code: 1,
      output: expect.stringContaining('already'),
    })
    expect(readFileSync(copy, 'utf8')).toBe('something else')
    writeFileSync(fileOf(url)!, 'no database '.repeat(400))
    expect((await script('backup', `${copy}.2`)).code).not.toBe(0)
    expect(existsSync(`${copy}.2`)).toBe(false)
  })
})

describe('a restore', () => {
  it('puts the copy there, and keeps what was there, with what was only in its -wal file', async () => {
    await add('early')
    await script('backup', copy)
    await add('late')
    chmodSync(fileOf(url)!, 0o644)
    // As after kill -9: nobody has closed it.
    const there = readdirSync(folder)
    const done = await raw(url, async (client) => {
      await client.execute('UPDATE Sandbox SET settings = \'{"a":1}\'')
      return script('restore', copy)
    })
    expect(done).toMatchObject({ code: 0 })
    expect(await names()).toEqual(['early'])
    const kept = readdirSync(folder).find((name) => /\.before-.*Z$/.test(name))!
    expect(there).not.toContain(kept)
    expect(await names(addressOf(join(folder, kept)))).toEqual(['early', 'late'])
    expect([mode(fileOf(url)!), mode(join(folder, kept))]).toEqual([0o600, 0o600])
  })

  it('has what lay in the -wal file of the copy, too', async () => {
    await add('early')
    const other = newDatabase()
    const done = await raw(other, async (client) => {
      await client.execute('PRAGMA journal_mode = WAL')
      await client.execute(
        "INSERT INTO Sandbox (id, ownerHash, createdAt, expiresAt) VALUES ('x', 'x', 0, 0)",
      )
      expect(existsSync(`${fileOf(other)!}-wal`)).toBe(true)
      return script('restore', fileOf(other)!)
    })
    expect(done).toMatchObject({ code: 0 })
    expect(await names()).toEqual(['x'])
  })

  it.each([
    ['damaged', () => readFileSync(fileOf(url)!).subarray(0, 9000)],
    ['another thing', () => 'no database '.repeat(400)],
    ['empty', () => ''],
  ])('of a copy that is %s changes nothing', async (_, content) => {
    await add('early')
    writeFileSync(copy, content())
    const ours = () => readdirSync(folder).filter((name) => name.startsWith('shop.db'))
    const before = ours()
    expect(await script('restore', copy)).toMatchObject({
      code: 1,
      output: expect.stringContaining('is no copy of a database'),
    })
    expect(ours().filter((name) => !before.includes(name))).toEqual(['shop.db-lock'])
    expect(await names()).toEqual(['early'])
  })

  it('waits until no server runs on it', async () => {
    await script('backup', copy)
    const server = program([
      '--input-type=module',
      '-e',
      `import { holdDatabase } from './lib/db/hold-database.ts'
       console.log((await holdDatabase('${url}', { share: false, wait: 0 })).how)
       setInterval(() => {}, 1000)`,
    ])
    expect((await server.spoke).trim()).toBe('alone')
    expect(await script('restore', copy)).toMatchObject({
      code: 1,
      output: expect.stringContaining('Stop it'),
    })
    server.kill()
    await server.ended
    expect(await script('restore', copy)).toMatchObject({ code: 0 })
  })
})
