import { renameSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { closeDatabase, db } from '@/lib/db/client'
import { openRoom } from '@/lib/labs/run/room'
import { env } from '@/lib/process/env'
import { callApi } from '@/lib/testing/api'
import { freshSandbox } from '@/lib/testing/sandbox'
import { timelineOf } from '@/lib/trace/publish/timeline'
import { forget, isUntouched, keep, known, knownIds } from './registry'
import { createSandbox, destroySandbox, findOwnedSandbox, findSandbox, OwnedSandbox } from './sandbox'

async function freshSandboxBy(headers: Record<string, string>) {
  const response = await callApi('/api/sandbox', { method: 'POST', headers })
  return { body: await response.json() }
}

const forgetAll = () => knownIds().forEach(forget)
beforeEach(forgetAll)

describe('sandboxes in memory', () => {
  it('come back from the database as they were', async () => {
    const { sandbox, ownerToken } = await createSandbox()
    await sandbox.clock.turn({ advanceSeconds: 90 })
    await sandbox.rotateKeys('jwt', true)
    await sandbox.users.setPassword('mina', 'hash', new Date(0))
    forgetAll()
    const found = (await findOwnedSandbox(ownerToken))!
    expect(found).not.toBe(sandbox)
    expect(found.clock.offsetSeconds).toBe(90)
    expect(found.keys.refreshKeys()).toEqual(sandbox.keys.refreshKeys())
    expect(found.keys.sealPasswords()).toEqual(sandbox.keys.sealPasswords())
    expect(found.users.all()).toEqual(sandbox.users.all())
    expect([found.createdAt, found.expiresAt]).toEqual([sandbox.createdAt, sandbox.expiresAt])
  })

  it('are one object, however many ask at the same time and in whichever way', async () => {
    const { sandbox, ownerToken } = await createSandbox()
    forgetAll()
    const asked = Array.from({ length: 20 }, (_, n) =>
      n % 2 ? findSandbox(sandbox.id) : findOwnedSandbox(ownerToken),
    )
    expect(new Set(await Promise.all(asked)).size).toBe(1)
  })

  it('are not brought back by a read that began before they were destroyed', async () => {
    const { sandbox } = await createSandbox()
    forgetAll()
    const reading = findSandbox(sandbox.id)
    await Promise.all([reading, destroySandbox(sandbox.id)])
    expect(knownIds()).toEqual([])
    expect(await findSandbox(sandbox.id)).toBeNull()
  })

  it('are bounded: the longest idle goes, with its timeline', async () => {
    const made = [await createSandbox(), await createSandbox(), await createSandbox()]
    const [a, b, c] = made.map(({ sandbox }) => sandbox.id) as [string, string, string]
    await findSandbox(a)
    const row = { ...made[0]!.sandbox, id: 'extra', ownerHash: 'extra', clockOffset: 0 }
    keep(
      new OwnedSandbox(
        { row, users: [], keys: made[0]!.sandbox.keys.state, dials: made[0]!.sandbox.dials },
        true,
      ),
      3,
    )
    expect(knownIds()).toEqual([c, a, 'extra'])
    expect(timelineOf(b)).toBeNull()
    forget('extra')
    expect((await findSandbox(b))?.id).toBe(b)
  })

  it('are bounded: whoever has the most loses the own ones, rooms of labs among them', async () => {
    const quiet = (await createSandbox('Mina')).sandbox
    const loud = [await createSandbox('A'), await createSandbox('A'), await createSandbox('A')]
    const [first, second, third] = loud.map(({ sandbox }) => sandbox)
    const row = { ...first!, id: 'extra', ownerHash: 'extra', clockOffset: 0 }
    const { users: _, keys, dials } = first!
    keep(new OwnedSandbox({ row, users: [], keys: keys.state, dials }, true, 'B'), 4)
    expect(knownIds()).toEqual([quiet.id, second!.id, third!.id, 'extra'])
    forget('extra')
    const room = await openRoom(second!, 'jwt', {}, () => {})
    expect(room.sandbox.whose).toBe('A')
  })

  /** Another address makes one more, and has it taken away again: so many stay. */
  function crowd(most: number) {
    const { dials } = mostRecent()
    const row = { ...mostRecent(), id: 'extra', ownerHash: 'extra', clockOffset: 0 }
    const extra = { row, users: [], keys: mostRecent().keys.state, dials }
    keep(new OwnedSandbox(extra, true, 'B'), most + 1)
    forget('extra')
  }
  const mostRecent = () => known(knownIds().at(-1)!)!

  it('in which nothing was ever done go first, whoever is the longest idle, and of whoever has the most', async () => {
    const quiet = (await createSandbox('Mina')).sandbox
    const learner = await freshSandbox('A')
    const shopper = await freshSandbox('A')
    await learner.turn('cookie', { generation: true })
    await shopper.client('session').add('apple')
    const flood = [await createSandbox('A'), await createSandbox('A')]
    crowd(4)
    expect(knownIds()).toEqual([quiet.id, learner.sandbox.id, shopper.sandbox.id, flood[1]!.sandbox.id])
    crowd(3)
    expect(knownIds()).toEqual([quiet.id, learner.sandbox.id, shopper.sandbox.id])
    expect([quiet.id, ...flood.map(({ sandbox }) => sandbox.id)].map(isUntouched)).toEqual([
      false,
      true,
      true,
    ])
    crowd(2)
    expect(knownIds()).toEqual([quiet.id, shopper.sandbox.id])
    expect(isUntouched(learner.sandbox.id)).toBe(false)
  })

  it('that are read and nothing else count as untouched; who asks for one again has a use for it', async () => {
    const reader = await freshSandbox('A')
    await reader.client('jwt').get('cart')
    await reader.ask('POST', 'acts', { act: 'no such act' })
    const shopper = await freshSandbox('A')
    await shopper.client('cookie').add('apple')
    crowd(1)
    expect(knownIds()).toEqual([shopper.sandbox.id])
    expect(isUntouched(reader.sandbox.id)).toBe(true)
    expect((await findSandbox(reader.sandbox.id))!.acted).toBe(true)
    expect(isUntouched(reader.sandbox.id)).toBe(false)
  })

  it('read again belong to whoever asks', async () => {
    const { sandbox, ownerToken } = await createSandbox('A')
    forgetAll()
    expect((await findSandbox(sandbox.id, () => 'B'))?.whose).toBe('B')
    expect((await findOwnedSandbox(ownerToken, () => 'C'))?.whose).toBe('B')
    forgetAll()
    expect((await findOwnedSandbox(ownerToken, () => 'C'))?.whose).toBe('C')
  })

  it('know the network address, hashed', async () => {
    const headers = { 'X-Forwarded-For': '192.0.2.7' }
    const { body } = await freshSandboxBy(headers)
    const { whose } = (await findSandbox(body.sandbox.id))!
    expect(whose).toMatch(/^[\w-]{12}$/)
    expect((await findSandbox((await freshSandboxBy(headers)).body.sandbox.id))!.whose).toBe(whose)
    expect((await findSandbox((await freshSandboxBy({})).body.sandbox.id))!.whose).not.toBe(whose)
  })

  it.each(['', 'x', 'A'.repeat(12), '../../../a', "' OR 1=1--", 'AAAAAAAAAA\n'])(
    'have no sandbox of the name %j',
    async (id) => {
      expect(await findSandbox(id)).toBeNull()
    },
  )
})

describe('without a database', () => {
  it('those in memory go on, and new ones wait', async () => {
    const world = await freshSandbox()
    const file = env.DATABASE_URL.slice('file:'.length)
    await db().$queryRawUnsafe('PRAGMA wal_checkpoint(TRUNCATE)')
    await closeDatabase()
    renameSync(file, `${file}.away`)
    try {
      expect(await world.client('cookie').get('me')).toMatchObject({ status: 200, body: { customer: null } })
      expect(await world.client('cookie').add('apple')).toMatchObject({ status: 200 })
      const refused = await callApi('/api/sandbox', { method: 'POST' })
      expect(refused.status).toBe(503)
      expect(refused.headers.get('Retry-After')).toBe('2')
      expect(await refused.json()).toMatchObject({ code: 'database_unavailable' })
      const turn = await world.desk('POST', 'clock', { advanceSeconds: 5 })
      expect(turn).toMatchObject({ status: 503, body: { code: 'database_unavailable' } })
      expect(world.sandbox.clock.offsetSeconds).toBe(0)
    } finally {
      await closeDatabase()
      renameSync(`${file}.away`, file)
    }
    expect(await world.desk('POST', 'clock', { advanceSeconds: 5 })).toMatchObject({ status: 200 })
  })
})
