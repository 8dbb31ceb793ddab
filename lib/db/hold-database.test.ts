import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { addressOf, fileOf } from '@/lib/process/database-url'
import { program } from '@/lib/testing/program'
import { nowhere } from '@/lib/testing/raw-database'
import { alreadyHeld, holdDatabase, lockOf } from './hold-database'

/** Each in a process of its own: inside of one, the locks of a file are one. */
const HOLDER = `
  import { holdDatabase } from './lib/db/hold-database.ts'
  const [url, share, wait] = process.argv.slice(1)
  const held = await holdDatabase(url, { share: share === 'share', wait: Number(wait) })
  console.log(held?.how ?? 'held by another')
  if (held) setInterval(() => {}, 1000)`

const running: ReturnType<typeof program>[] = []
afterEach(async () => {
  for (const { kill } of running) kill()
  await Promise.all(running.splice(0).map(({ ended }) => ended))
})

function holder(url: string, share: 'share' | 'alone' = 'alone', wait = 0) {
  const one = program(['--input-type=module', '-e', HOLDER, url, share, String(wait)])
  running.push(one)
  return { ...one, said: one.spoke.then((text) => text.trim()) }
}

describe('a second process on one database', () => {
  it('does not get it, until the first one is killed', async () => {
    const url = nowhere()
    const first = holder(url)
    expect(await first.said).toBe('alone')
    expect(await holder(url).said).toBe('held by another')
    first.kill()
    await first.ended
    expect(await holder(url).said).toBe('alone')
  })

  it('waits for one that ends', async () => {
    const url = nowhere()
    const first = holder(url)
    await first.said
    const second = holder(url, 'alone', 60_000)
    first.kill()
    expect(await second.said).toBe('alone')
  })

  it('shares it with those that want to, and with nobody else', async () => {
    const url = nowhere()
    expect(await holder(url, 'share').said).toBe('shared')
    expect(await holder(url, 'share').said).toBe('shared')
    expect(await holder(url).said).toBe('held by another')
  })

  it('is let go by a process that goes on', async () => {
    const url = nowhere()
    const held = await holdDatabase(url, { share: false, wait: 0 })
    expect(await holder(url).said).toBe('held by another')
    held?.release()
    expect(await holder(url).said).toBe('alone')
  })

  it('is told what is the case and what to do', () => {
    const told = alreadyHeld(addressOf('/var/lib/shop/shop.db'))
    expect(told).toContain('Another process runs on /var/lib/shop/shop.db')
    expect(told).toContain('DATA_DIR=')
    expect(told).toContain('SHARE_DATA_DIR=1')
  })
})

describe('nothing is held', () => {
  it.each([
    ['on a libSQL server', () => 'libsql://rows.example'],
    [
      'where the folder is none',
      () => {
        const path = dirname(fileOf(nowhere())!)
        writeFileSync(join(path, 'file'), '')
        return addressOf(join(path, 'file', 'shop.db'))
      },
    ],
  ])('%s, and nobody is kept from starting', async (_, url) => {
    expect(await holdDatabase(url(), { share: false, wait: 0 })).toMatchObject({ how: 'nothing' })
  })

  it('by what a killed process has left: only the system knows who lives', async () => {
    const url = nowhere()
    writeFileSync(lockOf(fileOf(url)!), '')
    expect(await holder(url).said).toBe('alone')
  })
})

it('the lock is an empty file that is its owner’s alone, and there is nothing beside it', async () => {
  const file = fileOf(nowhere())!
  await holder(addressOf(file)).said
  expect(readdirSync(dirname(file))).toEqual(['shop.db-lock'])
  expect(statSync(lockOf(file))).toMatchObject({ size: 0 })
  expect(statSync(lockOf(file)).mode & 0o777).toBe(0o600)
  expect(existsSync(file)).toBe(false)
})
