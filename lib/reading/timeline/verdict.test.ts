import { describe, expect, test } from 'vitest'
import { deskAct, exchange, type Said, START } from '../testing'
import { verdictOf } from './verdict'

const MINA = 'mina@shop.example'
const act = deskAct(10_000, 47)
const signedIn = (lane: Said['lane'], said: Said = {}) => [
  exchange(1, { lane, action: 'sign-in', ...said }),
  exchange(2, { lane, email: MINA, ms: 5000, ...said }),
]
const ask = (lane: 'cookie' | 'session' | 'jwt', exchanges: ReturnType<typeof exchange>[], seconds = 10) =>
  verdictOf({ strategy: lane, device: 'laptop', act, exchanges, tolerance: 0, now: START + seconds * 1000 })

describe('before anything could be ended', () => {
  test('no act, nobody signed in, somebody else, or signed out: none', () => {
    const line = signedIn('session')
    expect(
      verdictOf({
        strategy: 'session',
        device: 'laptop',
        act: null,
        exchanges: line,
        tolerance: 0,
        now: START,
      }).kind,
    ).toBe('none')
    expect(ask('session', []).kind).toBe('none')
    expect(ask('session', signedIn('session', { device: 'phone' })).kind).toBe('none')
    expect(ask('session', [exchange(2, { email: 'sam@shop.example' })]).kind).toBe('none')
    expect(ask('session', [...line, exchange(3, { action: 'sign-out', status: 204 })]).kind).toBe('none')
  })

  test('a sign-in without a later request counts as held', () => {
    expect(ask('session', [exchange(1, { action: 'sign-in' })]).kind).toBe('at-once')
  })
})

describe('session', () => {
  test('before the next request: at once, without a number', () => {
    expect(ask('session', signedIn('session'))).toMatchObject({
      kind: 'at-once',
      status: null,
      exchangeId: null,
    })
  })

  test('the next request: its status, its time, its id', () => {
    const refused = exchange(4, { status: 401, ms: 10_250, problem: 'credential_refused' })
    expect(ask('session', [...signedIn('session'), refused])).toEqual({
      kind: 'at-once',
      status: 401,
      remainingSeconds: null,
      ofSeconds: null,
      refusedAfterSeconds: 0.25,
      refusedAfterSandboxSeconds: 0.25,
      exchangeId: 'e1-4',
      reached: true,
    })
  })

  test('a wrong password is not a refused credential', () => {
    const wrong = exchange(4, { action: 'sign-in', status: 401, ms: 10_250, problem: 'wrong_password' })
    expect(ask('session', [...signedIn('session'), wrong])).toMatchObject({
      kind: 'at-once',
      exchangeId: null,
    })
  })

  test('a request let in after the act would not be hidden', () => {
    const line = [...signedIn('session'), exchange(4, { email: MINA, ms: 10_100 })]
    expect(ask('session', line)).toMatchObject({ kind: 'never', status: 200, exchangeId: 'e1-4' })
    expect(ask('session', [...line, exchange(5, { status: 401, ms: 11_000 })]).kind).toBe('was')
  })
})

describe('jwt', () => {
  const probed = [...signedIn('jwt'), exchange(4, { lane: 'jwt', email: MINA, ms: 10_100 })]

  test('lives on until the access token ends', () => {
    expect(ask('jwt', probed, 20)).toMatchObject({
      kind: 'in',
      status: 200,
      remainingSeconds: 37,
      ofSeconds: 47,
      exchangeId: 'e1-4',
    })
    expect(ask('jwt', probed, 90).remainingSeconds).toBe(0)
  })

  test('a refused refresh is not yet a refused visit', () => {
    const refresh = exchange(5, { lane: 'jwt', action: 'refresh', status: 401, ms: 10_120 })
    expect(ask('jwt', [...probed, refresh], 20)).toMatchObject({ kind: 'in', status: 200 })
  })

  test('refused after the clock was turned: both clocks', () => {
    const refused = exchange(6, {
      lane: 'jwt',
      status: 401,
      ms: 14_000,
      ahead: 900,
      problem: 'credential_expired',
    })
    expect(ask('jwt', [...probed, refused])).toMatchObject({
      kind: 'was',
      status: 401,
      refusedAfterSeconds: 4,
      refusedAfterSandboxSeconds: 904,
      exchangeId: 'e1-6',
    })
  })

  test('refused with no request let in between: was, for it lived on', () => {
    const refused = exchange(4, { lane: 'jwt', status: 401, ms: 14_000, ahead: 900 })
    expect(ask('jwt', [...signedIn('jwt'), refused]).kind).toBe('was')
  })

  test('the token of this device may end before the newest', () => {
    expect(ask('jwt', signedIn('jwt', { ends: 30 }), 10)).toMatchObject({
      remainingSeconds: 20,
      ofSeconds: 20,
    })
  })

  test('a new sign-in replaces what was to be refused', () => {
    expect(ask('jwt', [...probed, exchange(7, { lane: 'jwt', action: 'sign-in', ms: 20_000 })]).kind).toBe(
      'none',
    )
  })
})

describe('no credential comes any more', () => {
  const jwt = (...after: Said[]) =>
    after.map((said, i) => exchange(4 + i, { lane: 'jwt', ms: 12_000 + i, ...said }))
  const absent: Said = { absent: true }
  const refused: Said = { action: 'refresh', status: 401, problem: 'credential_refused' }

  test('a page loaded anew has lost its access token: nothing runs here, whatever lives on elsewhere', () => {
    const reloaded = [...signedIn('jwt'), ...jwt({ email: MINA }, refused, absent)]
    expect(ask('jwt', reloaded, 20)).toMatchObject({ kind: 'lost', remainingSeconds: null, reached: true })
  })

  test('another tab that still has its token is let in, and the stopwatch goes on', () => {
    expect(ask('jwt', [...signedIn('jwt'), ...jwt(refused, absent, { email: MINA })], 20).kind).toBe('in')
  })

  test('a cookie that was deleted does not live on here', () => {
    const gone = exchange(4, { lane: 'cookie', ms: 12_000, absent: true })
    expect(ask('cookie', [...signedIn('cookie'), gone])).toMatchObject({ kind: 'lost', reached: false })
  })

  test('gone before the act: there was nothing to end here', () => {
    const before = exchange(3, { lane: 'jwt', ms: 9000, absent: true })
    expect(ask('jwt', [...signedIn('jwt'), before]).kind).toBe('none')
  })
})

describe('dials', () => {
  const line = signedIn('jwt', { ends: 30 })

  test('an expired token that is still taken for a while lives for as much longer', () => {
    const question = { strategy: 'jwt', device: 'laptop', act, exchanges: line, now: START + 10_000 } as const
    expect(verdictOf({ ...question, tolerance: 5 })).toMatchObject({ remainingSeconds: 25, ofSeconds: 25 })
    // The desk counted it in already.
    expect(verdictOf({ ...question, tolerance: 30 }).remainingSeconds).toBe(47)
  })

  test('a token that each answer renews does not end when this one does', () => {
    const jwt = { ...act.lanes.jwt, because: 'access_token_slides_capped' }
    const slides = { ...act, lanes: { ...act.lanes, jwt } }
    const question = {
      strategy: 'jwt',
      device: 'laptop',
      exchanges: line,
      tolerance: 0,
      now: START + 10_000,
    } as const
    expect(verdictOf({ ...question, act: slides }).remainingSeconds).toBe(47)
  })
})

describe('cookie', () => {
  const probed = [...signedIn('cookie'), exchange(4, { lane: 'cookie', email: MINA, ms: 10_100 })]

  test('never by the shop, by itself at its own end', () => {
    expect(ask('cookie', probed, 130)).toMatchObject({
      kind: 'never',
      status: 200,
      remainingSeconds: 43_080,
      ofSeconds: 43_200,
      reached: false,
    })
  })

  test('a seal that the shop knew nothing of lives as well', () => {
    const unseen = {
      ...act,
      lanes: { ...act.lanes, cookie: { ...act.lanes.cookie, credentialsAliveUntil: null } },
    }
    const verdict = (exchanges = signedIn('cookie', { ends: 100 })) =>
      verdictOf({
        strategy: 'cookie',
        device: 'laptop',
        act: unseen,
        exchanges,
        tolerance: 0,
        now: START + 40_000,
      })
    expect(verdict()).toMatchObject({ kind: 'never', remainingSeconds: 60, ofSeconds: 90 })
  })

  test('a lane that the desk did not ask has no stopwatch', () => {
    const cookie = { ...act.lanes.cookie, because: 'not_asked' }
    const elsewhere = { ...act, lanes: { ...act.lanes, cookie } }
    const question = {
      strategy: 'cookie',
      device: 'laptop',
      exchanges: probed,
      tolerance: 0,
      now: START,
    } as const
    expect(verdictOf({ ...question, act: elsewhere }).kind).toBe('none')
  })

  test('after its own end: refused, and still not reached', () => {
    const refused = exchange(5, { lane: 'cookie', status: 401, ms: 12_000, ahead: 50_000 })
    expect(ask('cookie', [...probed, refused])).toMatchObject({ kind: 'was', status: 401, reached: false })
  })
})
