import { describe, expect, it } from 'vitest'
import { PROBLEMS } from '@/lib/http/problem'
import { lookUp, type Messages } from '@/lib/i18n/format'
import words from '@/lib/i18n/messages/en/compare.json'
import shop from '@/lib/i18n/messages/en/shop.json'
import { ACTIONS } from '@/lib/trace/model/lane-target'
import { deskAct, exchange, type Said } from '../testing'
import { resultOf, spoken } from './result-of'
import { verdictOf } from './verdict'

const mina = 'mina@shop.example'
const act = deskAct(10_000)

function afterDesk(lane: 'cookie' | 'session' | 'jwt', later: Said[], renewalRefused = false) {
  const before = exchange(1, { lane, action: 'sign-in', method: 'POST', email: mina, ms: 1000 })
  const after = later.map((said, i) => exchange(i + 2, { lane, email: mina, ...said }))
  const exchanges = [before, ...after]
  const question = {
    strategy: lane,
    device: 'laptop',
    act,
    exchanges,
    tolerance: 0,
    now: Date.parse(act.sandboxAt) + 13_000,
  } as const
  return resultOf({
    exchange: exchanges.at(-1),
    verdict: verdictOf(question),
    act,
    renewalRefused,
    locale: 'en',
  })
}

describe('without a forced sign-out', () => {
  const plain = (said: Said) =>
    resultOf({
      exchange: exchange(1, said),
      verdict: verdictOf({
        strategy: 'session',
        device: 'laptop',
        act: null,
        exchanges: [],
        tolerance: 0,
        now: 0,
      }),
      act: null,
      renewalRefused: false,
      locale: 'en',
    })

  it('says that nothing was sent', () => {
    const none = verdictOf({
      strategy: 'cookie',
      device: 'laptop',
      act: null,
      exchanges: [],
      tolerance: 0,
      now: 0,
    })
    expect(
      resultOf({ exchange: undefined, verdict: none, act: null, renewalRefused: false, locale: 'en' }),
    ).toMatchObject({
      status: null,
      kind: 'none',
    })
  })

  it.each([
    [{ status: 200 }, { kind: 'in', title: 'in', text: 'done.cart-read', catalogue: 'shop' }],
    [
      { status: 201, action: 'checkout' },
      { kind: 'in', title: 'in', text: 'done.checkout' },
    ],
    [
      { status: 401, problem: 'credential_expired' },
      { kind: 'refused', title: 'refused', text: 'problem.credential_expired' },
    ],
    [
      { status: 409, problem: 'cart_full' },
      { kind: 'refused', title: 'not-done', text: 'problem.cart_full' },
    ],
    [
      { status: 503, problem: 'database_unavailable' },
      { kind: 'failed', title: 'not-done' },
    ],
  ] as [Said, object][])('%o', (said, result) => expect(plain(said)).toMatchObject(result))
})

describe('after a forced sign-out', () => {
  it('jwt: a page that has lost its token comes as a guest, and is not still signed in', () => {
    expect(afterDesk('jwt', [{ ms: 12_000, absent: true }])).toMatchObject({
      status: 200,
      kind: 'in',
      title: 'in',
      text: 'done.cart-read',
    })
  })

  it('cookie: still in, and cannot be reached', () => {
    expect(afterDesk('cookie', [{ ms: 12_000 }])).toMatchObject({
      status: 200,
      kind: 'in',
      title: 'desk.still',
      text: 'desk.still-cookie',
      values: { left: '11:59:47' },
    })
  })

  it('session: refused at once, with the time of the exchange', () => {
    expect(afterDesk('session', [{ ms: 14_000, status: 401, problem: 'credential_refused' }])).toMatchObject({
      status: 401,
      kind: 'refused',
      title: 'desk.at-once',
      values: { after: '4\u00a0s' },
    })
  })

  it('session: not tried yet', () => {
    expect(afterDesk('session', [])).toMatchObject({ status: 200, title: 'desk.pending' })
  })

  it('jwt: in until expiry; the refused renewal is named only when it happened', () => {
    expect(afterDesk('jwt', [{ ms: 12_000 }])).toMatchObject({ title: 'desk.still', text: 'desk.still-jwt' })
    expect(afterDesk('jwt', [{ ms: 12_000 }], true)).toMatchObject({ text: 'desk.still-jwt-refresh' })
  })

  it('jwt: a refused refresh is named, and that the access token lives', () => {
    const refresh: Said = { action: 'refresh', status: 401, problem: 'credential_refused', ms: 12_000 }
    expect(afterDesk('jwt', [refresh], true)).toMatchObject({
      status: 401,
      title: 'desk.renewal',
      text: 'desk.renewal-text',
      values: { left: '0:47' },
    })
  })

  it('jwt: refused after expiry, and says when the clock was turned', () => {
    const expired = { status: 401, problem: 'credential_expired' }
    expect(afterDesk('jwt', [{ ms: 12_000 }, { ...expired, ms: 71_000 }])).toMatchObject({
      text: 'desk.was-text',
      values: { after: '1:01' },
    })
    expect(afterDesk('jwt', [{ ms: 12_000 }, { ...expired, ms: 14_000, ahead: 900 }])).toMatchObject({
      text: 'desk.was-text-turned',
      values: { after: '15:04' },
    })
  })
})

describe('words', () => {
  const told = (key: string, from: object = words) => lookUp(from as Messages, `result.${key}`)

  it('are there for every action', () => {
    for (const action of ACTIONS)
      expect([action, told(`done.${action.replace('.', '-')}`, shop)]).not.toContain(undefined)
  })

  it('are there for every problem that a shop answers', () => {
    const control = [
      'malformed_json',
      'malformed_path',
      'malformed_target',
      'malformed_request',
      'no_host',
      'too_slow',
      'precondition_failed',
      'expectation_failed',
      'not_found',
      'misdirected',
      'other_cell',
      'draining',
      'method_not_allowed',
      'too_large',
      'not_json',
    ]
    for (const code of Object.keys(PROBLEMS))
      if (!control.includes(code)) expect([code, told(`problem.${code}`)]).not.toContain(undefined)
  })

  it.each([
    [0.04, '40\u00a0ms', '0.04초'],
    [0.228, '228\u00a0ms', '0.23초'],
    [3.14, '3.1\u00a0s', '3.1초'],
    [9.96, '10\u00a0s', '10초'],
    [59.4, '59\u00a0s', '59초'],
    [753, '12:33', '12분 33초'],
  ])('%d seconds are %s, in Korean %s', (seconds, en, ko) => {
    expect(spoken(seconds, 'en')).toBe(en)
    expect(spoken(seconds, 'ko')).toBe(ko)
  })
})
