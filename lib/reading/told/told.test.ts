import { describe, expect, it } from 'vitest'
import type { Messages } from '@/lib/i18n/format'
import compareEn from '@/lib/i18n/messages/en/compare.json'
import shopEn from '@/lib/i18n/messages/en/shop.json'
import timelineEn from '@/lib/i18n/messages/en/timeline.json'
import toldEn from '@/lib/i18n/messages/en/told.json'
import compareKo from '@/lib/i18n/messages/ko/compare.json'
import shopKo from '@/lib/i18n/messages/ko/shop.json'
import timelineKo from '@/lib/i18n/messages/ko/timeline.json'
import toldKo from '@/lib/i18n/messages/ko/told.json'
import { textOf } from '@/lib/i18n/text'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'
import { ACTIONS } from '@/lib/trace/model/lane-target'
import { deskAct, exchange, ownerAct, type Said, START } from '../testing'
import type { Heard, Scene, ToldWords } from './scene'
import { toldOf } from './told'

const CATALOGUES = {
  en: { told: toldEn, compare: compareEn, timeline: timelineEn, shop: shopEn },
  ko: { told: toldKo, compare: compareKo, timeline: timelineKo, shop: shopKo },
}

function wordsIn(locale: 'en' | 'ko'): ToldWords {
  const { told, compare, timeline, shop } = CATALOGUES[locale]
  const said = textOf('shop', shop as Messages, locale)
  return {
    t: textOf('told', told as Messages, locale),
    compare: textOf('compare', compare as Messages, locale),
    timeline: textOf('timeline', timeline as Messages, locale),
    locale,
    product: (sku) => said(`product.${sku}`),
    act: (action) => said(`news.act.${action.replace('.', '-')}`),
    dial: ({ name, value }) => `${name}: ${value}`,
  }
}

const NOTHING: Heard = { exchanges: [], desk: [], acts: [], taken: null, unanswered: [], opening: false }
const SCENE: Scene = {
  device: 'laptop',
  exchanges: [],
  desk: [],
  tolerance: 0,
  now: START + 1000,
  nameOf: (email) => (email === 'sam@shop.example' ? 'Sam' : 'Mina'),
  support: 'Sam',
}

const lockstep = (said: Said, seq = 1): Exchange[] =>
  (['cookie', 'session', 'jwt'] as const).map((lane, i) => exchange(seq + i, { ...said, lane }))

/** What is heard has happened: it is in the scene too. */
function say(heard: Partial<Heard>, scene: Partial<Scene> = {}, locale: 'en' | 'ko' = 'en'): string | null {
  const exchanges = [...(scene.exchanges ?? []), ...(heard.exchanges ?? [])]
  const desk = [...(scene.desk ?? []), ...(heard.desk ?? [])]
  const told = toldOf(wordsIn(locale), { ...NOTHING, ...heard }, { ...SCENE, ...scene, exchanges, desk })
  return told && [`${told.cause}.`, told.lanes].filter(Boolean).join(' ').replaceAll('\u00a0', ' ')
}

function withCart(exchanges: Exchange[], quantity: number): Exchange[] {
  const line = { sku: 'apple', name: 'Apple', quantity, unitPrice: 60, lineTotal: 60 * quantity }
  return exchanges.map((one) => ({
    ...one,
    sent: { text: '{"sku":"apple","quantity":1}', hidden: [] },
    answered: { cart: { lines: [line], discount: 0, total: line.lineTotal, currency: 'EUR' } },
  }))
}

const add: Said = { action: 'cart.add', path: 'cart/items', method: 'POST' }

describe('an act', () => {
  it('is told with what all lanes made of it, and each time as another', () => {
    expect(say({ exchanges: withCart(lockstep(add), 1) })).toBe(
      'Apple added. Let in by all three lanes: Apple × 1 in the cart.',
    )
    expect(say({ exchanges: withCart(lockstep(add), 2) })).toBe(
      'Apple added. Let in by all three lanes: Apple × 2 in the cart.',
    )
  })

  it('names together the lanes with one result, and says why another refused', () => {
    const [cookie, , jwt] = lockstep({ action: 'orders', path: 'orders' })
    const session = exchange(4, { action: 'orders', status: 401, problem: 'credential_expired' })
    expect(say({ exchanges: [cookie!, session, jwt!] })).toBe(
      'Orders read. Let in by cookie and jwt. Refused by session, 401. The credential has expired.',
    )
  })

  it('is not done where all refused, and names another device than the one in hand', () => {
    const said: Said = { ...add, device: 'attacker', status: 403, problem: 'cross_site', lane: 'cookie' }
    expect(say({ exchanges: [exchange(1, said)] })).toBe(
      'A product not added, on the attacker’s device. Refused by cookie, 403. Writes are accepted only from pages of this shop.',
    )
  })

  it('names who was to sign in', () => {
    const sent = { text: '{"email":"sam@shop.example","password":"…"}', hidden: ['password'] }
    const [cookie] = lockstep({ action: 'sign-in', status: 401, problem: 'wrong_password' })
    expect(say({ exchanges: [{ ...cookie!, sent }] })).toBe(
      'Sam not signed in. Refused by cookie, 401. E-mail or password is wrong.',
    )
  })

  it('tells of a renewal on the way, and of the newest answer', () => {
    const jwt = (seq: number, said: Said) => exchange(seq, { ...said, lane: 'jwt' })
    const exchanges = [
      jwt(1, { ...add, status: 401, problem: 'credential_expired' }),
      jwt(2, { action: 'refresh', path: 'refresh' }),
      jwt(3, add),
    ]
    expect(say({ exchanges })).toBe(
      'A product added. Let in by jwt. jwt renewed its access token on the way.',
    )
  })

  it('of many tells how they ended, lane by lane', () => {
    const many = [200, 200, 401].map((status, i) => exchange(i + 1, { status, action: 'cart.add' }))
    const others = [500, 200].map((status, i) => exchange(i + 4, { status, action: 'orders', lane: 'jwt' }))
    expect(say({ exchanges: [...many, ...others] })).toBe(
      '5 requests answered. session: 2 let in, 1 refused. jwt: 1 let in, 1 without an answer of the shop.',
    )
  })

  it('is not told when it was only looking, before anything has happened', () => {
    expect(say({ exchanges: lockstep({}) })).toBeNull()
    expect(say({ exchanges: lockstep({}), opening: true })).toBeNull()
    expect(say({ exchanges: lockstep({}, 4) }, { exchanges: lockstep(add) })).toBe(
      'Cart read. Let in by all three lanes.',
    )
  })

  it.each(['en', 'ko'] as const)('has words, whichever it is, %s', (locale) => {
    for (const action of ACTIONS)
      for (const status of [200, 401, 503])
        expect(
          say({ exchanges: [exchange(1, { action, status })] }, { desk: [deskAct(-1)] }, locale),
        ).not.toMatch(/told\.|\bnull\b|undefined|\{/)
  })
})

describe('a page that was loaded anew', () => {
  it('says who is still known where', () => {
    const reads = lockstep({ email: 'mina@shop.example' }, 4)
    expect(say({ exchanges: reads, opening: true }, { exchanges: lockstep(add) })).toBe(
      'The page was loaded anew. Let in by all three lanes as mina@shop.example.',
    )
  })

  it('has lost the token of jwt, and does not say that the sign-out was undone', () => {
    const exchanges = [
      exchange(9, { lane: 'cookie', email: 'mina@shop.example', ms: 2000 }),
      exchange(10, { lane: 'session', status: 401, problem: 'credential_refused', ms: 2000 }),
      exchange(11, { lane: 'jwt', action: 'refresh', status: 401, problem: 'credential_refused', ms: 2000 }),
      exchange(12, { lane: 'jwt', absent: true, ms: 2100 }),
    ]
    expect(say({ exchanges, opening: true }, { exchanges: lockstep(add), desk: [deskAct(1000)] })).toBe(
      'The page was loaded anew. Let in by cookie as mina@shop.example. Refused by session, 401. The credential is not accepted. ' +
        'Let in by jwt as a guest. The access token of jwt was lost with the page, and renewing it was refused: nobody is signed in there.',
    )
  })
})

describe('a forced sign-out', () => {
  const signedIn = lockstep({ action: 'sign-in', email: 'mina@shop.example', ends: 60 })
  const refused: Said = { status: 401, problem: 'credential_refused', ms: 1200 }
  const after = [
    exchange(4, { lane: 'jwt', action: 'refresh', ...refused }),
    exchange(5, { lane: 'cookie', ms: 1200, email: 'mina@shop.example' }),
    exchange(6, { lane: 'session', ...refused }),
    exchange(7, { lane: 'jwt', ms: 1200, email: 'mina@shop.example' }),
  ]
  const scene = { exchanges: signedIn, now: START + 3000 }

  it('is one message: its cause first, then lane by lane', () => {
    expect(say({ desk: [deskAct(1000)], exchanges: after }, scene)).toBe(
      'Sam, support, ended every sign-in of Mina. session refused the very next request; ' +
        'jwt goes on for 57 s; cookie goes on, the shop cannot reach it.',
    )
  })

  it('says that the cart of session went with the row, and says it once', () => {
    const exchanges = withCart(signedIn, 1)
    const clock = { ...ownerAct(2000, 'clock'), offsetSeconds: 30 }
    const later = { exchanges: [...exchanges, ...after], desk: [deskAct(1000)], now: START + 33_000 }
    expect(say({ acts: [clock] }, later)).not.toContain('cart')
    expect(say({ desk: [deskAct(1000)], exchanges: after }, { ...scene, exchanges })).toContain(
      'session refused the very next request, its cart gone with the row (by this design)',
    )
  })

  it('ends what lived on: then that is told, with why', () => {
    const late = exchange(8, { lane: 'jwt', status: 401, problem: 'credential_expired', ms: 61_500 })
    expect(
      say(
        { exchanges: [late] },
        { exchanges: [...signedIn, ...after], desk: [deskAct(1000)], now: START + 62_000 },
      ),
    ).toBe(
      'jwt refuses Mina now, 1:01 after the forced sign-out. Its access token has expired. ' +
        'session refused the very next request; cookie goes on, the shop cannot reach it.',
    )
  })

  it('is told again by a turned clock, with what is left', () => {
    const clock = { ...ownerAct(2000, 'clock'), offsetSeconds: 30 }
    expect(
      say(
        { acts: [clock] },
        { exchanges: [...signedIn, ...after], desk: [deskAct(1000)], now: START + 33_000 },
      ),
    ).toBe(
      'The server’s clock is 30 s ahead. session refused the very next request; jwt goes on for 27 s; ' +
        'cookie goes on, the shop cannot reach it.',
    )
  })

  it('of nobody says so', () => {
    expect(say({ desk: [deskAct(1000)] })).toBe(
      'Sam, support, ended every sign-in of Mina. Nobody was signed in on this device.',
    )
  })
})

describe('what is done from outside of the lanes', () => {
  it.each([
    [{ ...ownerAct(0, 'clock'), offsetSeconds: 30 }, 'The server’s clock is 30 s ahead.'],
    [{ ...ownerAct(0, 'clock'), offsetSeconds: 0 }, 'The server’s clock is back to now.'],
    [
      { ...ownerAct(0, 'dials'), dials: [{ strategy: 'session' as StrategyName, name: 'idle', value: 60 }] },
      'idle: 60.',
    ],
    [ownerAct(0, 'restart'), 'What the server held in memory for this sandbox dropped and read again.'],
  ])('%#', (act, words) => expect(say({ acts: [act] })).toBe(words))
})

it('a device taken in hand is told with what its requests found', () => {
  expect(say({ taken: 'phone', exchanges: lockstep({ device: 'phone' }) })).toBe(
    'You act from the phone now. Let in by all three lanes.',
  )
})

it('a server that cannot be reached is told, and nothing is claimed', () => {
  expect(say({ unanswered: ['cookie', 'session', 'jwt'] })).toBe(
    'The server could not be reached. Nothing is known to be done in all three lanes; what you see is from before.',
  )
})
