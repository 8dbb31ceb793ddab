/** Runs with processes of their own, over HTTP: one at a time, a line that tells its length, and something to look at meanwhile. */
import { expect, it } from 'vitest'
import { perProcess } from '@/lib/process/once'
import { FairLine } from '@/lib/shares/fair-line'
import { labServer } from '@/lib/testing/lab-server'
import { freshSandbox } from '@/lib/testing/sandbox'
import { until } from '@/lib/testing/until'
import { clusterLine, heldByCluster } from './cluster-line'
import type { RunReport } from './report'
import type { Run } from './run'

labServer()

const RUNS = 'labs/x17-cluster/runs'

async function finished({ desk }: Awaited<ReturnType<typeof freshSandbox>>, id: string) {
  let run: RunReport | null = null
  await until(async () => {
    run = (await desk('GET', `${RUNS}/${id}`)).body.run as RunReport
    expect(run.state).toBe('done')
  })
  return run as unknown as RunReport
}

it('the second waits for the first, and is told how many come before; meanwhile it may look at a recorded run', async () => {
  const [first, second, third] = [await freshSandbox(), await freshSandbox(), await freshSandbox()]
  expect((await second.desk('GET', 'labs/x17-cluster/recorded')).status).toBe(404)
  const { run } = (await first.desk('POST', RUNS, { position: 'blob' })).body
  const waiting = second.desk('POST', RUNS, { position: 'in-place', pace: 'act' })
  await until(() => expect(clusterLine().length).toBe(1))
  const told = await third.ask('POST', RUNS, {})
  const body = await told.json()
  expect([told.status, body.code]).toEqual([503, 'busy'])
  expect(body.ahead).toBeGreaterThan(0)
  const done = await finished(first, run.id)
  expect((await waiting).status).toBe(202)

  const recorded = await third.desk('GET', 'labs/x17-cluster/recorded?position=blob')
  expect(recorded.body.run).toMatchObject({ id: run.id, state: 'done', rooms: {} })
  expect(Date.parse(recorded.body.at)).not.toBeNaN()
  const finding = done.findings.find(({ lane, exchange }) => lane === 'session' && exchange !== null)!
  const path = `${RUNS}/${run.id}/session`
  const whole = (await first.desk('GET', `${path}/${finding.exchange}`)).body
  const masked = (await third.desk('GET', `${path}/${finding.exchange}`)).body
  const cookieOf = ({ request }: { request: { headers: [string, string][] } }) =>
    request.headers.find(([name]) => name === 'Cookie')?.[1]
  expect(masked).toMatchObject({ id: finding.exchange, answeredBy: whole.answeredBy })
  expect(cookieOf(masked)).not.toBe(cookieOf(whole))
  expect((await third.desk('GET', path)).body.exchanges.length).toBeGreaterThan(10)
  // Nobody else’s run can be asked for while it is not recorded.
  const { run: running } = (await waiting).body
  expect((await third.desk('GET', `${RUNS}/${running.id}`)).status).toBe(404)
  expect((await second.desk('DELETE', `${RUNS}/${running.id}`)).status).toBe(204)
})

it('of a lab that has no such line nothing is recorded', async () => {
  const { desk } = await freshSandbox()
  expect((await desk('GET', 'labs/x09-theft/recorded')).status).toBe(404)
  expect((await desk('GET', 'labs/no-such/recorded?position=__proto__')).status).toBe(404)
})

it('a run that takes too long is stopped when somebody waits, and earlier than when nobody does', async () => {
  const stopped: number[] = []
  const held = async (others: number) => {
    const ended = Promise.withResolvers<void>()
    const stop = () => {
      stopped.push(others)
      ended.resolve()
    }
    const run = { ended: ended.promise, stop } as unknown as Run
    await heldByCluster(run, 'act', { length: others } as FairLine, { inTurn: 1, alone: 1500 })
  }
  await Promise.all([held(0), held(1)])
  expect(stopped).toEqual([1, 0])
})

it('who goes act by act begins anew without waiting for the own place', async () => {
  const { desk } = await freshSandbox()
  const { run } = (await desk('POST', RUNS, { pace: 'act', position: 'blob' })).body
  expect(run.state).toBe('waiting')
  const again = await desk('POST', RUNS, { pace: 'act', position: 'blob' })
  expect(again.status).toBe(202)
  expect((await desk('DELETE', `${RUNS}/${again.body.run.id}`)).status).toBe(204)
  const line = perProcess('cluster-line', () => new FairLine({ atOnce: 1, usual: 1 }))
  await until(() => expect(line.length).toBe(0))
})
