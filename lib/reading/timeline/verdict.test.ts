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
  verdictOf({ strategy: lane, device: 'laptop', act, exchanges, now: START + seconds * 1000 })

describe('before anything could be ended', () => {
  test('no act, nobody signed in, somebody else, or signed out: none', () => {
    const line = signedIn('session')
    expect(
      verdictOf({ strategy: 'session', device: 'laptop', act: null, exchanges: line, now: START }).kind,
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
      verdictOf({ strategy: 'cookie', device: 'laptop', act: unseen, exchanges, now: START + 40_000 })
    expect(verdict()).toMatchObject({ kind: 'never', remainingSeconds: 60, ofSeconds: 90 })
  })

  test('a lane that the desk did not ask has no stopwatch', () => {
    const cookie = { ...act.lanes.cookie, because: 'not_asked' }
    const elsewhere = { ...act, lanes: { ...act.lanes, cookie } }
    const question = { strategy: 'cookie', device: 'laptop', exchanges: probed, now: START } as const
    expect(verdictOf({ ...question, act: elsewhere }).kind).toBe('none')
  })

  test('after its own end: refused, and still not reached', () => {
    const refused = exchange(5, { lane: 'cookie', status: 401, ms: 12_000, ahead: 50_000 })
    expect(ask('cookie', [...probed, refused])).toMatchObject({ kind: 'was', status: 401, reached: false })
  })
})
