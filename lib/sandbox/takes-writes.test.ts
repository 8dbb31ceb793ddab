import { renameSync } from 'node:fs'
import { expect, it } from 'vitest'
import { fileOf } from '../database-url'
import { openDatabase } from '../db'
import { callApi } from '../testing/api'

const health = async () => (await callApi('/api/health')).status
const file = fileOf(process.env.DATABASE_URL!)!

it('is told by writing: a locked database is degraded, though it can be read', async () => {
  expect(await health()).toBe(200)
  const other = openDatabase(process.env.DATABASE_URL!)
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
  await expect.poll(health).toBe(200)
})
