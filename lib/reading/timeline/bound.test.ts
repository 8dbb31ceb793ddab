import { describe, expect, it, test } from 'vitest'
import { lookUp, type Messages } from '@/lib/i18n/format'
import words from '@/lib/i18n/messages/en/compare.json'
import { DEFAULT_DIALS, DIALS, type Dials } from '@/lib/strategies/dials'
import { DIFFERENCES } from '@/lib/strategies/differences'
import { DIAL_EFFECTS } from '@/lib/strategies/effects'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { deskAct, exchange, type Said, START } from '../testing'
import { boundOf, tellBound } from './bound'
import { verdictOf } from './verdict'

const MINA = 'mina@shop.example'

type Turned = { [Lane in StrategyName]?: Partial<Dials[Lane]> }
const turned = ({ cookie, session, jwt }: Turned): Dials => ({
  cookie: { ...DEFAULT_DIALS.cookie, ...cookie },
  session: { ...DEFAULT_DIALS.session, ...session },
  jwt: { ...DEFAULT_DIALS.jwt, ...jwt },
})

describe('the bound follows the dials', () => {
  it.each<[StrategyName, Turned, ReturnType<typeof boundOf>]>([
    ['cookie', {}, { kind: 'never', seconds: null, but: null }],
    ['cookie', { cookie: { generation: true } }, { kind: 'next', seconds: null, but: null }],
    [
      'cookie',
      { cookie: { generation: true, protection: 'plain' } },
      { kind: 'next', seconds: null, but: 'alterable' },
    ],
    ['session', {}, { kind: 'next', seconds: null, but: null }],
    ['jwt', {}, { kind: 'within', seconds: 60, but: null }],
    ['jwt', { jwt: { accessLife: 900, tolerance: 30 } }, { kind: 'within', seconds: 930, but: null }],
    ['jwt', { jwt: { sliding: 'capped' } }, { kind: 'within', seconds: 43_200, but: null }],
    ['jwt', { jwt: { sliding: 'uncapped' } }, { kind: 'never', seconds: null, but: 'slides' }],
    ['jwt', { jwt: { sliding: 'uncapped', denylist: true } }, { kind: 'next', seconds: null, but: null }],
    ['jwt', { jwt: { userKeys: true } }, { kind: 'next', seconds: null, but: null }],
  ])('%s %j', (strategy, dials, bound) => expect(boundOf(strategy, turned(dials))).toEqual(bound))

  it('says of every dial that is turned alone what was measured of a copy after a forced sign-out', () => {
    for (const lane of STRATEGIES)
      for (const [dial, { values }] of Object.entries(DIALS[lane]))
        for (const value of values) {
          const turn = { [dial]: value }
          const effect = DIAL_EFFECTS.find(
            (one) =>
              one.strategy === lane &&
              one.difference === 'copyAfterForcedSignOut' &&
              JSON.stringify(one.turn) === JSON.stringify(turn),
          )
          const worth = effect?.becomes ?? DIFFERENCES.copyAfterForcedSignOut[lane]
          const { kind } = boundOf(lane, turned({ [lane]: turn }))
          expect([lane, dial, value, kind === 'next' ? 'refused' : 'accepted']).toEqual([
            lane,
            dial,
            value,
            worth,
          ])
        }
  })
})

const act = deskAct(10_000)
const told = (
  strategy: StrategyName,
  after: Said[],
  more: { dials?: Turned; renewalRefused?: boolean } = {},
) => {
  const line = [
    exchange(1, { lane: strategy, action: 'sign-in', ms: 1000 }),
    ...after.map((said, i) => exchange(i + 2, { lane: strategy, email: MINA, ...said })),
  ]
  const question = {
    strategy,
    device: 'laptop',
    act,
    exchanges: line,
    tolerance: 0,
    now: START + 12_000,
  } as const
  return tellBound({
    strategy,
    dials: turned(more.dials ?? {}),
    verdict: verdictOf(question),
    renewalRefused: more.renewalRefused ?? false,
    locale: 'en',
  })
}

describe('after a forced sign-out: the bound, then what was measured', () => {
  test('cookie: never by the shop, and when it ends by itself', () => {
    expect(told('cookie', [{ ms: 11_000 }])).toMatchObject({
      would: false,
      bound: 'never',
      here: 'seal',
      values: { left: '11:59:58' },
      gauge: 'never',
    })
  })

  test('session: at the next request; a time only when one was refused', () => {
    expect(told('session', [])).toMatchObject({ bound: 'next', here: 'not-asked' })
    expect(told('session', [{ ms: 10_195, status: 401, problem: 'credential_refused' }])).toMatchObject({
      bound: 'next',
      here: 'refused',
      values: { after: '195\u00a0ms' },
    })
  })

  test('jwt: within the life of a token, and what is left of it', () => {
    expect(told('jwt', [{ ms: 11_000 }], { renewalRefused: true })).toMatchObject({
      bound: 'within-in',
      here: 'renewal',
      values: { span: '60\u00a0s', left: '0:58' },
      gauge: 58 / 60,
    })
  })

  test('jwt: asked long after the end, the bound is still the bound', () => {
    const late: Said = { ms: 14_000, ahead: 900, status: 401, problem: 'credential_expired' }
    expect(told('jwt', [{ ms: 11_000 }, late])).toMatchObject({
      bound: 'within',
      here: 'was-turned',
      values: { span: '60\u00a0s', after: '15:04' },
    })
  })

  test('jwt: reloaded, so that nothing runs here', () => {
    const refused: Said = { ms: 11_000, action: 'refresh', status: 401, problem: 'credential_refused' }
    const guest: Said = { ms: 11_050, absent: true, email: null }
    expect(told('jwt', [refused, guest], { renewalRefused: true })).toMatchObject({
      bound: 'within',
      here: 'lost-refused',
      gauge: null,
    })
  })

  test('a token from before the dial was turned down lives longer than the next will', () => {
    const span = told('jwt', [{ ms: 11_000 }], { dials: { jwt: { accessLife: 10 } } }).values.span
    expect(span).toBe('60\u00a0s')
  })
})

test('before one: what would be, and nothing that was measured', () => {
  const verdict = verdictOf({
    strategy: 'jwt',
    device: 'laptop',
    act: null,
    exchanges: [],
    tolerance: 0,
    now: START,
  })
  const question = { strategy: 'jwt', verdict, renewalRefused: false, locale: 'en' } as const
  expect(tellBound({ ...question, dials: DEFAULT_DIALS })).toMatchObject({
    would: true,
    bound: 'within',
    here: null,
  })
  expect(tellBound({ ...question, dials: turned({ jwt: { denylist: true } }) }).bound).toBe('next')
})

it('has words for all of it', () => {
  const has = (key: string) => lookUp(words as Messages, `bound.${key}`) !== undefined
  const missing = ['next', 'within', 'within-in', 'never', 'not']
    .concat(['next', 'within', 'never'].map((key) => `would.${key}`))
    .concat(HERE.map((key) => `here.${key}`))
    .filter((key) => !has(key))
  expect(missing).toEqual([])
  expect(Object.keys(words.bound.here).toSorted()).toEqual(HERE.toSorted())
})

const HERE = [
  ...['alterable', 'slides', 'refused', 'not-asked', 'renewal', 'token', 'seal', 'row'],
  ...['was', 'was-turned', 'own', 'lost', 'lost-refused'],
]
