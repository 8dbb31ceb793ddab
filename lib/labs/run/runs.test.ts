import { describe, expect, it } from 'vitest'
import { setSelf } from '@/lib/client/self'
import { db } from '@/lib/db/client'
import { createSandbox, destroySandbox } from '@/lib/sandbox/world/sandbox'
import { serveApi } from '@/lib/testing/http-api'
import { freshSandbox } from '@/lib/testing/sandbox'
import { until } from '@/lib/testing/until'
import { recorded } from '@/lib/trace/publish/recorded'
import { timelineOf } from '@/lib/trace/publish/timeline'
import { startWireTap } from '@/lib/trace/record/wiretap'
import { lab as theft } from '../x09-theft/lab'
import { endRun, letGoOfOldest, nextAct, type Pace, runOf, startRun } from './runs'

startWireTap()
setSelf((await serveApi()).origin)

async function world(whose?: string) {
  const { sandbox } = await createSandbox(whose)
  const timeline = timelineOf(sandbox.id)!
  const turn = { whose: sandbox.whose, sandbox: sandbox.id }
  const wanted = (pace: Pace) => ({ lab: theft, position: theft.positions[0], pace, turn })
  return {
    sandbox,
    turn,
    start: (pace: Pace = 'act') => startRun(sandbox, timeline, wanted(pace)),
    rooms: () => db().sandbox.count({ where: { roomOf: sandbox.id } }),
  }
}

describe('runs of one sandbox', () => {
  it('that begin together leave the rooms of the last one, and nothing of the others', async () => {
    const { sandbox, start, rooms } = await world()
    const [first, second, third] = await Promise.all([start('all'), start('all'), start('act')])
    expect([first.state, second.state, third.state]).toEqual(['stopped', 'stopped', 'waiting'])
    expect(runOf(sandbox.id, third.id)).toBe(third)
    expect(runOf(sandbox.id, first.id)).toBeNull()
    expect(await rooms()).toBe(3)
  })

  it('leave no room when the sandbox ends while they are opened', async () => {
    const { sandbox, start, rooms } = await world()
    const [run] = await Promise.all([start('all'), destroySandbox(sandbox.id)])
    expect(run.state).toBe('stopped')
    expect(runOf(sandbox.id, run.id)).toBeNull()
    expect(await rooms()).toBe(0)
  })

  it('do not begin in a sandbox that has ended', async () => {
    const { sandbox, start, rooms } = await world()
    await destroySandbox(sandbox.id)
    expect((await start('all')).state).toBe('stopped')
    expect(await rooms()).toBe(0)
  })

  it('stay stopped when they are ended during an act', async () => {
    const { sandbox, turn, start, rooms } = await world()
    const run = await start()
    const acting = nextAct(run, turn)
    await endRun(sandbox.id)
    await acting
    await nextAct(run, turn)
    expect(run.state).toBe('stopped')
    expect(await rooms()).toBe(0)
  })
})

it('of too many runs the oldest of those that are over goes, and what waits for its visitor stays', async () => {
  const [waiting, over, newest] = [await world(), await world(), await world()]
  const kept = await waiting.start()
  const done = await over.start()
  await done.playAll()
  const last = await newest.start()
  letGoOfOldest(2)
  expect(runOf(over.sandbox.id, done.id)).toBeNull()
  expect(runOf(waiting.sandbox.id, kept.id)).toBe(kept)
  expect(runOf(newest.sandbox.id, last.id)).toBe(last)
  await until(async () => (await over.rooms()) === 0)
})

it('of too many runs whoever has the most loses the own ones', async () => {
  const [quiet, ...loud] = [await world(), await world('A'), await world('A'), await world('A')]
  const kept = await quiet!.start()
  await kept.playAll()
  const [oldest, ...others] = [await loud[0]!.start(), await loud[1]!.start(), await loud[2]!.start()]
  letGoOfOldest(3)
  expect(oldest.state).toBe('stopped')
  expect(runOf(quiet!.sandbox.id, kept.id)).toBe(kept)
  expect(others.map(({ state }) => state)).toEqual(['waiting', 'waiting'])
})

it('nobody waits for what a timeline would have seen that has ended', async () => {
  const { sandbox } = await freshSandbox()
  const timeline = timelineOf(sandbox.id)!
  const [during] = await Promise.all([recorded(timeline, 'lab-laptop/0'), destroySandbox(sandbox.id)])
  expect([during, await recorded(timeline, 'lab-laptop/1')]).toEqual([null, null])
}, 4000)
