import { renameSync } from 'node:fs'
import { expect, it } from 'vitest'
import { fileOf } from '../database-url'
import { openDatabase } from '../db'
import { env } from '../env'
import { callApi } from '../testing/api'

env.RATE_LIMIT_SCALE = 1

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

it('is not tried as often as somebody likes', async () => {
  const asked = () => callApi('/api/health', { headers: { 'X-Forwarded-For': '192.0.2.9' } })
  const answers = await Promise.all(Array.from({ length: 450 }, asked))
  const refused = answers.filter(({ status }) => status === 429)
  expect(refused.length).toBeGreaterThan(0)
  expect(refused[0]!.headers.get('retry-after')).toBe('1')
  expect(await health()).toBe(200)
})
