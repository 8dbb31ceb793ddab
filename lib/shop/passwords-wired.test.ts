/** That the limits are right is told in lib/sandbox; here: that they stand where passwords are checked, with their real figures. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

// Before the environment is read, which is when the first of these is loaded.
vi.hoisted(() => {
  process.env.RATE_LIMIT_SCALE = '1'
})

import type { ShopClient } from '@/lib/client/shop-client'
import { ownAddress } from '@/lib/http/own-sockets'
import { perProcess } from '@/lib/process/once'
import { turnOf } from '@/lib/sandbox/whose'
import { FairLine } from '@/lib/shares/fair-line'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { type FreshSandbox, freshSandbox } from '@/lib/testing/sandbox'
import { until } from '@/lib/testing/until'

const MINA = 'mina@shop.example'
/** Five a second, and twenty more in ten. */
const BURST = 25

let world: FreshSandbox
beforeEach(async () => {
  world = await freshSandbox()
})

const right = ({ passwordOf }: FreshSandbox) => ({ email: MINA, password: passwordOf('mina') })
const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status)

async function inARow(times: number, ask: () => Promise<{ status: number }>) {
  const answers = []
  for (let n = 0; n < times; n++) answers.push(await ask())
  return statuses(answers)
}

describe.each(STRATEGIES)('%s: the limit of one sandbox', (lane) => {
  // Time stands still in each of these, and a minute lies between two: they all come from one address. The limiter forgets by a timer.
  let second = Date.now()
  beforeEach(() => {
    second += 60_000
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: second })
    return () => {
      vi.runOnlyPendingTimers()
      vi.useRealTimers()
    }
  })

  it('refuses a sign-in after the burst, says how long to wait, and no other sandbox', async () => {
    const client = world.client(lane)
    const signIn = () => client.post('sign-in', right(world))
    expect(await inARow(BURST, signIn)).toEqual(Array(BURST).fill(200))
    const refused = await signIn()
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many' }, setCookie: [] })
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
    const other = await freshSandbox()
    expect((await other.client(lane).post('sign-in', right(other))).status).toBe(200)
  })

  it('refuses a new password after the burst, whoever asks', async () => {
    const guest = world.client(lane)
    const change = () => guest.post('password', { current: 'x', next: 'a new one, long enough' })
    expect(await inARow(BURST, change)).toEqual(Array(BURST).fill(401))
    const refused = await change()
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many' } })
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
    // It is one limit for both, and for all lanes.
    for (const any of STRATEGIES)
      expect((await world.client(any).post('sign-in', right(world))).status).toBe(429)
  })

  it('counts no read and no other write', async () => {
    const client = world.client(lane)
    await inARow(10, () => client.get('me'))
    await inARow(10, () => client.add('apple'))
    await client.post('sign-in', right(world))
    const signIn = () => client.post('sign-in', right(world))
    expect(await inARow(BURST - 1, signIn)).toEqual(Array(BURST - 1).fill(200))
    expect(await inARow(2, signIn)).toEqual([429, 429])
    expect(await inARow(2, () => client.get('cart'))).toEqual([200, 200])
  })
})

describe('the line for hashes', () => {
  /** In place of that of password.ts, by a clock that is a tenth of a second later each time it is looked at. */
  let tenths = 0
  const line = new FairLine({ atOnce: 2, usual: 100, now: () => 100 * tenths++ })
  beforeAll(() => {
    perProcess('password-line', () => line)
  })

  const gone = new AbortController()
  afterAll(() => gone.abort())

  /** From one network address: as many wrong passwords as the limits of its sandboxes let in. */
  async function crowd(count: number) {
    const sandboxes = await Promise.all(Array.from({ length: 10 }, freshSandbox))
    const answers = Array.from({ length: count }, (_, n) =>
      wrong(sandboxes[n % 10]!.client('session'), '192.0.2.1', gone.signal),
    )
    return answers
  }

  const wrong = (client: ShopClient, address: string, signal?: AbortSignal) =>
    client.send('POST', 'sign-in', { email: MINA, password: 'wrong' }, [['X-Forwarded-For', address]], signal)

  it('serves somebody else within a few turns, and sends the crowd away when it is long', async () => {
    const answered: string[] = []
    const others = (await crowd(80)).map(async (asked) => {
      const { status, headers, body } = await asked
      if (status === 401) answered.push('crowd')
      return { status, retryAfter: Number(headers.get('Retry-After')), ahead: body.ahead ?? 0 }
    })
    await until(() => line.length > 20)
    const before = answered.length
    const mine = wrong(world.client('session'), '192.0.2.2')
    await until(() => line.length > 0)
    expect((await mine).status).toBe(401)
    // Two were being hashed; then one more of each address.
    expect(answered.length - before).toBeLessThanOrEqual(8)
    expect(line.length).toBeGreaterThan(8)
    gone.abort()
    const told = await Promise.all(others)
    const refused = told.filter(({ status }) => status === 503)
    expect(refused.length).toBeGreaterThan(20)
    expect(refused.every(({ retryAfter }) => retryAfter >= 1)).toBe(true)
    expect(Math.max(...refused.map(({ ahead }) => ahead))).toBeGreaterThan(8)
    expect(line.length).toBe(0)
  })

  it('costs no turn where the first password is right, however long it is', async () => {
    const gate = Promise.withResolvers<void>()
    const all = Array.from({ length: 60 }, (_, n) =>
      line.run({ whose: 'unknown', sandbox: `${n}` }, () => gate.promise).catch(() => {}),
    )
    expect((await world.client('session').post('sign-in', right(world))).status).toBe(200)
    gate.resolve()
    await Promise.all(all)
  })

  it('takes a lab for the visitor who runs it', async () => {
    const { sandbox } = world
    const request = (address: string) =>
      new Request('http://localhost/', { headers: { 'X-Forwarded-For': address } })
    const lab = turnOf(request(ownAddress()), sandbox)
    expect(lab).toMatchObject({ whose: sandbox.whose, sandbox: sandbox.id, patience: 10_000 })
    expect(turnOf(request('192.0.2.1'), sandbox).whose).not.toBe(sandbox.whose)
  })
})
