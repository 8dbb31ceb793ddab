import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ACCESS_TOKEN_LIFE, VISIT_LIFE } from '@/lib/strategies/lifetimes'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { type FreshSandbox, freshSandbox } from '@/lib/testing/sandbox'
import type { Artifact } from '@/lib/trace/model/artifact'
import type { Exchange } from '@/lib/trace/model/exchange'
import { timelineOf } from '@/lib/trace/publish/timeline'

const NOW = new Date('2026-11-23T10:42:00Z')
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000).toISOString()
const MINA = 'mina@shop.example'

let world: FreshSandbox

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
  world = await freshSandbox()
  return () => vi.useRealTimers()
})

const force = (body: object = { email: MINA }) => world.desk('POST', 'force-sign-out', body)

async function signInEverywhere(id = 'mina') {
  const shops = STRATEGIES.flatMap((strategy) =>
    (['laptop', 'phone'] as const).map((device) => world.client(strategy, device)),
  )
  for (const shop of shops) await world.signIn(shop, id)
  return shops
}

/** The witness saw a seal come back, or, when it was `given` at sign-in, what was put into it. */
function sawSeal(expiresAt: string, { email = MINA, given = false, status = 200 } = {}) {
  const seal = {
    form: 'sealed',
    expiresAt,
    contents: [{ name: 'customer.email', value: email }],
  } as Artifact
  timelineOf(world.sandbox.id)?.append({
    ...({} as Omit<Exchange, 'id' | 'seq'>),
    at: NOW.toISOString(),
    strategy: 'cookie',
    action: given ? 'sign-in' : 'me',
    request: { method: 'POST', target: '/', httpVersion: '1.1', headers: [], headBytes: 0, bodyBytes: 0 },
    response: { status, reason: '', headers: [], headBytes: 0, bodyBytes: 0 },
    credential: given
      ? { status: 'absent', reason: null, email: null, expiresAt }
      : { status: 'valid', reason: null, email, expiresAt },
    steps: [],
    stored: { before: [], after: given && email ? [seal] : [] },
  })
}

describe('forced sign-out', () => {
  it('tells for each lane what it reached, and what lives on', async () => {
    await signInEverywhere()
    sawSeal(after(VISIT_LIFE), { given: true })
    expect(await force()).toEqual({
      status: 200,
      body: {
        act: 'force-sign-out',
        at: NOW.toISOString(),
        sandboxAt: NOW.toISOString(),
        email: MINA,
        changed: { session: expect.anything(), jwt: expect.anything() },
        lanes: {
          cookie: {
            reached: false,
            ended: 0,
            credentialsAliveUntil: after(VISIT_LIFE),
            because: 'seal_ends_by_itself',
          },
          session: { reached: true, ended: 2, credentialsAliveUntil: null, because: 'row_deleted' },
          jwt: {
            reached: true,
            ended: 2,
            credentialsAliveUntil: after(ACCESS_TOKEN_LIFE),
            because: 'family_ended_access_token_lives',
          },
        },
      },
    })
  })

  it('is true: every lane does just what was told', async () => {
    const shops = await signInEverywhere()
    await force()
    for (const shop of shops) {
      const refused = shop.strategy === 'session'
      expect((await shop.get('me')).status).toBe(refused ? 401 : 200)
      if (shop.strategy === 'jwt') expect((await shop.post('refresh')).body.code).toBe('credential_refused')
    }
    world.later(ACCESS_TOKEN_LIFE + 1)
    for (const shop of shops) {
      expect((await shop.get('me')).status).toBe(shop.strategy === 'cookie' ? 200 : 401)
    }
  })

  it('ends nobody else: not the other customer, not the same one in another sandbox', async () => {
    const sams = await signInEverywhere('sam')
    const elsewhere = await freshSandbox()
    const stranger = elsewhere.client('session')
    await elsewhere.signIn(stranger)
    await signInEverywhere()
    await force()
    for (const shop of [...sams, stranger]) expect((await shop.get('me')).status).toBe(200)
  })

  it('of one lane leaves the others alone', async () => {
    const shops = await signInEverywhere()
    const { body } = await force({ email: MINA, strategy: 'session' })
    expect(body.lanes.session.ended).toBe(2)
    const notAsked = { reached: false, ended: 0, credentialsAliveUntil: null, because: 'not_asked' }
    expect([body.lanes.cookie, body.lanes.jwt]).toEqual([notAsked, notAsked])
    for (const shop of shops) {
      if (shop.strategy === 'jwt') expect((await shop.post('refresh')).status).toBe(200)
    }
  })

  it('of somebody who never signed in finds nothing', async () => {
    expect((await force()).body.lanes).toMatchObject({
      cookie: { reached: false, credentialsAliveUntil: null, because: 'not_signed_in' },
      session: { reached: true, ended: 0, because: 'nothing_to_delete' },
      jwt: { reached: true, ended: 0, credentialsAliveUntil: null, because: 'not_signed_in' },
    })
  })

  it('after a sign-out: an access token that is out there lives on', async () => {
    const shop = world.client('jwt')
    await world.signIn(shop)
    const token = shop.copy()
    await shop.post('sign-out')
    expect((await force()).body.lanes.jwt).toEqual({
      reached: true,
      ended: 0,
      credentialsAliveUntil: after(ACCESS_TOKEN_LIFE),
      because: 'access_token_lives',
    })
    expect((await token.get('me')).status).toBe(200)
  })

  it('after the access token has expired: nothing lives on', async () => {
    await world.signIn(world.client('jwt'))
    world.later(ACCESS_TOKEN_LIFE + 1)
    expect((await force()).body).toMatchObject({
      sandboxAt: after(ACCESS_TOKEN_LIFE + 1),
      lanes: { jwt: { ended: 1, credentialsAliveUntil: null, because: 'family_ended' } },
    })
  })

  it('names the newest seal of that customer only, and none that has expired', async () => {
    sawSeal(after(100))
    sawSeal(after(50))
    sawSeal(after(900), { email: 'sam@shop.example' })
    expect((await force()).body.lanes.cookie.credentialsAliveUntil).toBe(after(100))
    world.later(101)
    expect((await force()).body.lanes.cookie).toMatchObject({
      credentialsAliveUntil: null,
      because: 'seal_expired',
    })
  })

  it.each([
    ['began before this process', () => Object.assign(world.sandbox, { bornHere: false })],
    ['has a sign-in that nobody looked into', () => sawSeal(after(50), { given: true, email: '' })],
  ])('names an upper bound when what was seen %s', async (_, unseen) => {
    unseen()
    expect((await force()).body.lanes.cookie).toEqual({
      reached: false,
      ended: 0,
      credentialsAliveUntil: after(VISIT_LIFE),
      because: 'seal_unseen_upper_bound',
    })
  })

  it('is published, and the rows after it', async () => {
    await signInEverywhere()
    const seen: { type: string; strategy?: string; rows?: unknown[] }[] = []
    timelineOf(world.sandbox.id)?.subscribe((event) => seen.push(event))
    const { body } = await force()
    expect(seen[0]).toEqual({ type: 'desk', ...body })
    expect((await world.desk('GET', 'exchanges')).body.desk).toEqual([{ type: 'desk', ...body }])
    const rows = seen.slice(1).map(({ type, strategy, rows }) => [type, strategy, rows?.length])
    expect(rows).toEqual([
      ['stored', 'cookie', 0],
      ['stored', 'session', 0],
      ['stored', 'jwt', 2],
    ])
  })
})
