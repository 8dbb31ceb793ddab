/** That the limits are right is told in limits.test.ts; here: that each stands where it should, with its real figures. Those of an address stand in the door (http/door/count.test.ts). */
import { beforeEach, describe, expect, it, vi } from 'vitest'

// Before the environment is read, which is when the first of these is loaded.
vi.hoisted(() => {
  process.env.RATE_LIMIT_SCALE = '1'
})

import { callApi } from '@/lib/testing/api'
import { labServer } from '@/lib/testing/lab-server'
import { type FreshSandbox, freshSandbox } from '@/lib/testing/sandbox'
import { takeNewSandbox } from './limits'

labServer()

// Time stands still in each of these.
let second = Date.now()
beforeEach(() => {
  second += 60_000
  vi.useFakeTimers({ toFake: ['Date'], now: second })
  return () => vi.useRealTimers()
})

const from = (address: string) => ({ 'X-Forwarded-For': address })

async function expectTooMany(response: Response) {
  expect([response.status, (await response.json()).code]).toEqual([429, 'too_many'])
  const wait = Number(response.headers.get('Retry-After'))
  expect(wait).toBeGreaterThanOrEqual(1)
  return wait
}

const MANY = 300

/** So many are taken at once, and on a slow machine some more as time goes on; then one is not. */
async function spend(burst: number, accepted: number, ask: () => Promise<Response>) {
  for (let taken = 0; taken < MANY; taken++) {
    const response = await ask()
    if (response.status === accepted) continue
    expect(taken).toBeGreaterThanOrEqual(burst)
    return expectTooMany(response)
  }
  throw new Error(`${MANY} were taken`)
}

it('new sandboxes, by network address; whoever has one is given it all the same', async () => {
  const make = (address: string, cookie = '') =>
    callApi('/api/sandbox', { method: 'POST', headers: { ...from(address), Cookie: cookie } })
  const first = await make('192.0.2.1')
  const cookie = first.headers.getSetCookie()[0]!.split(';')[0]!
  const asked = new Request('http://localhost/api/sandbox', { headers: from('192.0.2.1') })
  for (let nth = 0; nth < 598; nth++) expect(await takeNewSandbox(asked)).toBeNull()
  expect((await make('192.0.2.1')).status).toBe(201)
  expect(await expectTooMany(await make('192.0.2.1'))).toBe(60)
  expect((await make('192.0.2.1', cookie)).status).toBe(200)
  expect((await make('192.0.2.2')).status).toBe(201)
})

describe('requests of one sandbox', () => {
  const read = ({ sandbox }: FreshSandbox, nth: number) =>
    callApi(`/api/cookie/${sandbox.id}/laptop/me`, { headers: from(`192.0.2.${nth % 250}`) })

  it('from wherever they come, and none of another', async () => {
    const [world, other] = [await freshSandbox(), await freshSandbox()]
    // Its owner's address is nobody's here: all are strangers, to whom half belongs.
    let nth = 0
    await spend(60, 200, () => read(world, nth++))
    expect((await read(other, nth)).status).toBe(200)
  })

  it('runs of labs', async () => {
    const [world, other] = [await freshSandbox(), await freshSandbox()]
    const run = ({ ask }: FreshSandbox) => ask('POST', 'labs/x11-csrf/runs', {})
    await spend(7, 202, () => run(world))
    expect((await run(other)).status).toBe(202)
  })

  it('credentials that the server presents to itself, on the bench and in a browser lab', async () => {
    const [world, other] = [await freshSandbox(), await freshSandbox()]
    const present = ({ ask }: FreshSandbox) =>
      ask('POST', 'bench', { strategy: 'cookie', credential: 'x', operation: 'me' })
    const { body } = await world.desk('POST', 'labs/x11-csrf/runs', {})
    const elsewhere = `labs/x11-csrf/runs/${body.run.id}/session/attacker`
    await spend(50, 200, () => present(world))
    await spend(0, 200, () => world.ask('POST', elsewhere, { credential: 'x' }))
    expect((await present(other)).status).toBe(200)
  })
})
