import { beforeAll, describe, expect, it } from 'vitest'
import { setSelf } from '@/lib/client/self'
import { db } from '@/lib/db/client'
import { hashedAddress } from '@/lib/log/ids'
import { perProcess } from '@/lib/process/once'
import { FairLine } from '@/lib/shares/fair-line'
import { serveApi } from '@/lib/testing/http-api'
import { type FreshSandbox, freshSandbox } from '@/lib/testing/sandbox'
import { until } from '@/lib/testing/until'
import { timelineOf } from '@/lib/trace/publish/timeline'
import { startWireTap } from '@/lib/trace/record/wiretap'
import type { Run, RunReport } from './run'
import { nextAct } from './runs'

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

describe('the line of runs', () => {
  /** In place of that of runs.ts, by a clock that is a second later each time it is looked at. */
  let seconds = 0
  const line = new FairLine({ atOnce: 4, usual: 1000, now: () => 1000 * seconds++ })
  beforeAll(() =>
    Object.assign(
      perProcess('lab-runs', () => ({})),
      { line },
    ),
  )

  /** Four play, and as many of one network address wait as may. */
  function crowd(whose: string) {
    const gate = Promise.withResolvers<void>()
    const slow = { playAct: () => gate.promise } as Run
    const acts = Array.from({ length: 20 }, (_, n) => nextAct(slow, { whose, sandbox: `crowd-${n}` }))
    const all = Promise.allSettled(acts)
    return {
      async leave() {
        gate.resolve()
        expect((await all).some(({ status }) => status === 'rejected')).toBe(true)
      },
    }
  }

  const rooms = ({ sandbox }: FreshSandbox) => db().sandbox.count({ where: { roomOf: sandbox.id } })

  it('has a place for anybody else, and opens no room before the turn', async () => {
    const visitor = await freshSandbox()
    const others = crowd('of another address')
    const before = line.length
    const started = visitor.desk('POST', PATH, { pace: 'act' })
    await until(() => line.length === before + 1)
    expect(await rooms(visitor)).toBe(0)
    await others.leave()
    expect((await started).status).toBe(202)
    expect(await rooms(visitor)).toBe(3)
  })

  it('tells whoever would wait for too long when to come again, and what is there stays', async () => {
    const { world, run } = await startedRun({ pace: 'act' })
    const others = crowd(hashedAddress('unknown'))
    for (const path of [PATH, `${PATH}/${run.id}/acts`]) {
      const refused = await world.ask('POST', path, {})
      expect([refused.status, (await refused.json()).code]).toEqual([503, 'busy'])
      expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(1)
    }
    expect((await world.desk('GET', `${PATH}/${run.id}`)).body.run).toMatchObject({ state: 'waiting' })
    await others.leave()
    expect((await world.desk('POST', PATH, { pace: 'act' })).status).toBe(202)
  })

  it('lets go of whoever hangs up', async () => {
    const visitor = await freshSandbox()
    const others = crowd('of another address')
    const before = line.length
    const gone = new AbortController()
    const started = visitor.ask('POST', PATH, {}, gone.signal)
    await until(() => line.length === before + 1)
    gone.abort()
    expect((await started).status).toBe(503)
    expect(line.length).toBe(before)
    await others.leave()
    expect(await rooms(visitor)).toBe(0)
  })
})
