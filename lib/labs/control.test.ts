import { describe, expect, it } from 'vitest'
import { db } from '../db'
import { serveApi } from '../testing/http-api'
import { freshSandbox } from '../testing/sandbox'
import { timelineOf } from '../trace/timeline'
import { startWireTap } from '../trace/wiretap'
import type { Run, RunReport } from './run'
import { lineTooLong, nextAct } from './runs'
import { setSelf } from './send'

startWireTap()
const api = await serveApi()
setSelf(api.origin)

const PATH = 'labs/x09-theft/runs'

async function startedRun(body: object) {
  const world = await freshSandbox()
  const ended = new Promise<RunReport>((resolve) => {
    timelineOf(world.sandbox.id)!.subscribe((event) => {
      if (event.type === 'lab' && (event.run as RunReport).state === 'done') resolve(event.run as RunReport)
    })
  })
  const { status, body: answer } = await world.desk('POST', PATH, body)
  return { world, status, run: answer.run as RunReport, ended }
}

describe('a run over HTTP', () => {
  it('goes on by itself, and its exchanges can be read, masked and whole', async () => {
    const { world, status, run, ended } = await startedRun({})
    expect(status).toBe(202)
    const done = await ended
    const { exchange, lane } = done.findings[0]!
    const list = await world.desk('GET', `${PATH}/${run.id}/${lane}`)
    expect(list.body.exchanges.length).toBeGreaterThan(3)
    const whole = await world.desk('GET', `${PATH}/${run.id}/${lane}/${exchange}`)
    expect(whole.body).toMatchObject({ id: exchange, device: 'attacker', strategy: lane })
  })

  it('tells nobody a credential', async () => {
    const { world, run, ended } = await startedRun({})
    const told = JSON.stringify(await ended)
    for (const lane of ['cookie', 'session', 'jwt']) {
      const { body } = await world.desk('GET', `${PATH}/${run.id}/${lane}`)
      const secrets: string[] = []
      for (const { id } of body.exchanges) {
        const whole = await world.desk('GET', `${PATH}/${run.id}/${lane}/${id}`)
        for (const [name, value] of whole.body.request.headers)
          if (/^(cookie|authorization)$/i.test(name)) secrets.push(value.replace(/^(Bearer |[^=]+=)/, ''))
      }
      expect(secrets.length).toBeGreaterThan(0)
      for (const secret of secrets) expect(told).not.toContain(secret)
    }
  })

  it('goes act by act when asked to, and stops', async () => {
    const { world, run } = await startedRun({ pace: 'act' })
    expect(run).toMatchObject({ state: 'waiting', acts: { cookie: [], session: [], jwt: [] } })
    const first = await world.desk('POST', `${PATH}/${run.id}/acts`, {})
    expect(first.body.run.acts).toEqual({ cookie: ['sign-in'], session: ['sign-in'], jwt: ['sign-in'] })
    expect((await world.desk('DELETE', `${PATH}/${run.id}`)).status).toBe(204)
    expect((await world.desk('POST', `${PATH}/${run.id}/acts`, {})).status).toBe(404)
    const room = `/api/session/${run.rooms.session}/laptop/cart`
    expect((await fetch(api.origin + room)).status).toBe(404)
  })

  it('makes room for the next one', async () => {
    const { world, run } = await startedRun({ pace: 'act' })
    const { body } = await world.desk('POST', PATH, { pace: 'act' })
    expect((await world.desk('GET', `${PATH}/${run.id}`)).status).toBe(404)
    expect((await world.desk('GET', `${PATH}/${body.run.id}`)).status).toBe(200)
  })

  it('is nobody else’s', async () => {
    const { run } = await startedRun({ pace: 'act' })
    const other = await freshSandbox()
    expect((await other.desk('GET', `${PATH}/${run.id}`)).status).toBe(404)
    expect((await other.desk('POST', `${PATH}/${run.id}/acts`, {})).status).toBe(404)
    expect((await other.desk('DELETE', `${PATH}/${run.id}`)).status).toBe(404)
  })

  it.each([
    ['labs/x99-none/runs', {}, 404],
    [PATH, { position: 'no-such' }, 422],
    [PATH, { position: 7 }, 422],
    [PATH, { pace: 'fast' }, 422],
    [PATH, { url: 'http://elsewhere.example/' }, 422],
  ])('is refused clearly: %s %o', async (path, body, status) => {
    const { desk } = await freshSandbox()
    expect((await desk('POST', path, body)).status).toBe(status)
  })
})

it('a line that is long enough takes nobody else, and opens no room for one', async () => {
  const { world, run } = await startedRun({ pace: 'act' })
  const gate = Promise.withResolvers<void>()
  const slow = { playAct: () => gate.promise } as Run
  // Four are playing, a hundred wait.
  const line = Array.from({ length: 104 }, () => nextAct(slow))
  const other = await freshSandbox()
  for (const refused of [
    await other.desk('POST', PATH, {}),
    await world.desk('POST', `${PATH}/${run.id}/acts`, {}),
  ])
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many' } })
  expect(lineTooLong()).toEqual({ retryAfter: 10 })
  expect(await db().sandbox.count({ where: { roomOf: other.sandbox.id } })).toBe(0)
  gate.resolve()
  await Promise.all(line)
  expect((await other.desk('POST', PATH, {})).status).toBe(202)
})
