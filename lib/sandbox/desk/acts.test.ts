/** What an owner may do, through the control plane. */
import { describe, expect, it, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { freshSandbox } from '@/lib/testing/sandbox'

describe('the clock', () => {
  it('is turned forward, and back to now, and says so', async () => {
    const { sandbox, desk } = await freshSandbox()
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T10:00:00Z') })
    try {
      expect(await desk('POST', 'clock', { advanceSeconds: 900 })).toEqual({
        status: 200,
        body: { now: '2026-11-23T10:15:00.000Z', offsetSeconds: 900 },
      })
      expect((await desk('POST', 'clock', { advanceSeconds: 31_536_000 })).body.offsetSeconds).toBe(
        31_536_900,
      )
      expect((await db().sandbox.findFirstOrThrow({ where: { id: sandbox.id } })).clockOffset).toBe(
        31_536_900,
      )
      expect(await desk('POST', 'clock', { reset: true })).toEqual({
        status: 200,
        body: { now: '2026-11-23T10:00:00.000Z', offsetSeconds: 0 },
      })
    } finally {
      vi.useRealTimers()
    }
  })

  it('is not turned further than ten years', async () => {
    const { sandbox, desk } = await freshSandbox()
    sandbox.clock.offsetSeconds = 10 * 31_536_000
    expect(await desk('POST', 'clock', { advanceSeconds: 1 })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'advanceSeconds', code: 'too_big' }] },
    })
  })
})

describe('acts', () => {
  it("promote, demote and set-discount change the shop's user", async () => {
    const { sandbox, desk } = await freshSandbox()
    const email = 'mina@shop.example'
    expect(await desk('POST', 'acts', { act: 'promote', email })).toMatchObject({
      status: 200,
      body: { act: 'promote', user: { email, role: 'support' } },
    })
    await desk('POST', 'acts', { act: 'demote', email })
    await desk('POST', 'acts', { act: 'set-discount', email, discount: 25 })
    expect(sandbox.users.find('mina')).toMatchObject({ role: 'customer', discount: 25 })
    const where = { sandboxId_id: { sandboxId: sandbox.id, id: 'mina' } }
    expect(await db().user.findUnique({ where })).toMatchObject({ role: 'customer', discount: 25 })
  })

  it('rotate-keys with the previous generation: nobody notices', async () => {
    const { desk, client, signIn } = await freshSandbox()
    for (const strategy of ['cookie', 'jwt'] as const) {
      const shop = client(strategy)
      await signIn(shop)
      expect(await desk('POST', 'acts', { act: 'rotate-keys', strategy, keepPrevious: true })).toEqual({
        status: 200,
        body: { act: 'rotate-keys', generation: 2 },
      })
      expect(await shop.get('me')).toMatchObject({ status: 200, body: { customer: { name: 'Mina Park' } } })
    }
  })

  it('rotate-keys without it: a clean refusal', async () => {
    const { desk, client, signIn } = await freshSandbox()
    for (const strategy of ['cookie', 'jwt'] as const) {
      const shop = client(strategy)
      await signIn(shop)
      await desk('POST', 'acts', { act: 'rotate-keys', strategy, keepPrevious: false })
      expect(await shop.get('me')).toMatchObject({ status: 401, body: { code: 'credential_refused' } })
    }
  })

  it('rotate-keys is not possible where there is no key', async () => {
    const { desk } = await freshSandbox()
    const answer = await desk('POST', 'acts', { act: 'rotate-keys', strategy: 'session', keepPrevious: true })
    expect(answer).toMatchObject({ status: 409, body: { code: 'not_possible' } })
  })

  it('restart keeps what lies in the database', async () => {
    const { sandbox, desk, client, signIn } = await freshSandbox()
    const shop = client('session')
    await signIn(shop)
    await desk('POST', 'clock', { advanceSeconds: 60 })
    sandbox.clock.offsetSeconds = 0
    expect(await desk('POST', 'acts', { act: 'restart' })).toEqual({ status: 200, body: { act: 'restart' } })
    expect(sandbox.clock.offsetSeconds).toBe(60)
    expect(await shop.get('me')).toMatchObject({ status: 200, body: { customer: { name: 'Mina Park' } } })
  })

  it('purge removes the rows of the lanes, of this sandbox alone', async () => {
    const [one, other] = [await freshSandbox(), await freshSandbox()]
    for (const world of [one, other]) {
      for (const strategy of ['session', 'jwt'] as const) await world.client(strategy).add('apple')
    }
    const before = (await other.desk('GET', 'stored')).body
    expect(await one.desk('POST', 'acts', { act: 'purge' })).toEqual({
      status: 200,
      body: {
        act: 'purge',
        removed: { sessions: 1, families: 1, carts: 1, denied: 0, generations: 0, userKeys: 0 },
      },
    })
    expect((await one.desk('GET', 'stored')).body).toEqual({ cookie: [], session: [], jwt: [] })
    expect((await other.desk('GET', 'stored')).body).toEqual(before)
  })
})

describe('GET /api/sandbox/stored', () => {
  it('shows the rows as they lie there, without anything that signs in', async () => {
    const { sandbox, desk, client, signIn } = await freshSandbox()
    const [session, jwt] = [client('session'), client('jwt')]
    await signIn(session)
    await signIn(jwt)
    const refreshToken = jwt.jar.cookies[0]?.value as string
    await jwt.post('refresh')
    const { body } = await desk('GET', 'stored')
    expect(body.cookie).toEqual([])
    expect(body.session).toMatchObject([
      { table: 'Session', userId: 'mina', sandboxId: sandbox.id, device: 'laptop' },
    ])
    expect(body.jwt.map((row: { table: string }) => row.table)).toEqual([
      'RefreshFamily',
      'SpentRefreshToken',
    ])
    const text = JSON.stringify(body)
    for (const credential of [session.credential, jwt.jar.cookies[0]?.value, refreshToken, jwt.credential])
      expect(text).not.toContain(credential)
  })
})
