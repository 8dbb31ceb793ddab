/** What one sandbox has piled up must not hold up the others when it is looked at. */
import { expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { freshSandbox } from '@/lib/testing/sandbox'
import { timelineOf } from '@/lib/trace/publish/timeline'
import type { TimelineEvent } from '@/lib/trace/publish/timeline-event'
import { publishStored } from './stored'

const at = new Date('2030-01-01T00:00:00Z')
const times = { createdAt: at, lastSeenAt: at, expiresAt: new Date('2030-01-01T12:00:00Z') }

it('of thousands of spent tokens the newest are told row by row, and in the panel how many there are', async () => {
  const { sandbox, desk } = await freshSandbox()
  const familyId = `family-${sandbox.id}`
  const family = { ...times, id: familyId, sandboxId: sandbox.id, subject: 'mina', device: 'laptop' }
  await db().refreshFamily.create({
    data: { ...family, tokenHash: `now-${sandbox.id}`, generation: 1200, accessExpiresAt: at },
  })
  for (let nth = 0; nth < 1200; nth++) {
    const spentAt = new Date(at.getTime() + nth * 1000)
    await db().spentRefreshToken.create({ data: { tokenHash: `${nth}-${sandbox.id}`, familyId, spentAt } })
  }
  const heard: TimelineEvent[] = []
  timelineOf(sandbox.id)!.subscribe((event) => heard.push(event))
  await publishStored(sandbox.id, timelineOf(sandbox.id)!)
  const rows = heard.flatMap((event) => (event.type === 'stored' ? event.rows : []))
  const ofFamily = rows.find(({ name }) => name === 'SpentRefreshToken')
  expect(ofFamily?.contents).toContainEqual({ name: 'rows', value: '1200' })
  expect(ofFamily?.contents[1]).toMatchObject({ value: `1199-${sandbox.id}` })
  const told: { table: string; tokenHash: string }[] = (await desk('GET', 'stored')).body.jwt
  const spent = told.filter(({ table }) => table === 'SpentRefreshToken').map(({ tokenHash }) => tokenHash)
  expect(spent).toHaveLength(1000)
  expect([spent[0], spent.at(-1)]).toEqual([`200-${sandbox.id}`, `1199-${sandbox.id}`])
})
