import { describe, expect, it } from 'vitest'
import type { Device } from '@/lib/strategies/strategy'
import type { CarriedCookie, Exchange, HeaderLine } from '@/lib/trace/model/exchange'
import { exchange, iso } from '../testing'
import { unsentWith } from './browser-jar'
import { outcomeOfSet } from './outcome-of-set'

const SHOP = '/api/session/k7Qm2xVf9Rb/laptop'
const OWNER = { name: '__Secure-owner', because: 'path' }

interface Said {
  at?: number
  path?: string
  method?: string
  sets?: string[]
  carried?: CarriedCookie[]
  headers?: HeaderLine[]
  device?: Device
  completed?: boolean
  tls?: boolean
}

/** From a page of this browser, unless `headers` says otherwise. */
function seen(seq: number, said: Said = {}): Exchange {
  const one = exchange(seq, { ms: said.at ?? seq * 1000, device: said.device })
  const fromPage: HeaderLine[] = [
    ['Host', 'localhost:3000'],
    ['Sec-Fetch-Site', 'same-origin'],
  ]
  return {
    ...one,
    completed: said.completed ?? true,
    tls: said.tls ?? false,
    carried: said.carried ?? [],
    request: {
      ...one.request,
      method: said.method ?? 'GET',
      target: said.path ?? `${SHOP}/cart`,
      headers: said.headers ?? fromPage,
    },
    response: {
      ...one.response!,
      headers: (said.sets ?? []).map((line): HeaderLine => ['Set-Cookie', line]),
    },
  }
}

const ID = `__Secure-session=abcdef…[43]; Path=${SHOP}; Max-Age=60; HttpOnly; Secure; SameSite=Lax`
const GONE = `__Secure-session=; Path=${SHOP}; Max-Age=0; HttpOnly; Secure; SameSite=Lax`
const carriedFrom = (setBy: number | null): CarriedCookie[] => [{ name: '__Secure-session', setBy }]
const elsewhere = (site: string, mode = 'cors', dest = 'empty'): HeaderLine[] => [
  ['Host', 'localhost:3000'],
  ['Sec-Fetch-Site', site],
  ['Sec-Fetch-Mode', mode],
  ['Sec-Fetch-Dest', dest],
]

describe('kept, but not sent', () => {
  const first = seen(1, { sets: [ID] })
  const why = (next: Exchange, before = [first]) =>
    unsentWith(next, [...before, next]).map(({ cookie, because }) => ({ name: cookie.name, because }))

  it('only the owner cookie, when the session came along', () => {
    expect(why(seen(2, { carried: carriedFrom(1) }))).toEqual([OWNER])
  })

  it('its Path lies elsewhere', () => {
    const names = why(seen(2, { path: '/api/session/k7Qm2xVf9Rb/phone/cart' }))
    expect(names).toContainEqual({ name: '__Secure-session', because: 'path' })
  })

  it.each<[string, Said]>([
    ['withheld', {}],
    ['expired', { at: 70_000 }],
    [
      'secure',
      {
        headers: [
          ['Host', 'shop.example'],
          ['Sec-Fetch-Site', 'same-origin'],
        ],
      },
    ],
    ['sameSite', { headers: elsewhere('cross-site') }],
    ['sameSite', { headers: elsewhere('cross-site', 'navigate', 'document'), method: 'POST' }],
    ['withheld', { headers: elsewhere('cross-site', 'navigate', 'document') }],
  ])('%s: %o', (because, said) => {
    expect(why(seen(2, said))[0]).toEqual({ name: '__Secure-session', because })
  })

  it.each<[string, string, string, Said]>([
    ['Default', 'sameSite', '', { headers: elsewhere('cross-site') }],
    ['Default', 'sameSite', '', { headers: elsewhere('cross-site', 'navigate', 'iframe') }],
    ['Default', 'sameSite', '', { headers: elsewhere('cross-site', 'navigate', 'document'), method: 'POST' }],
    ['Default', 'withheld', '', { headers: elsewhere('cross-site', 'navigate', 'document') }],
    ['Strict', 'sameSite', '; SameSite=Strict', { headers: elsewhere('cross-site', 'navigate', 'document') }],
  ])('%s, %s: %o', (sameSite, because, attribute, said) => {
    const set = seen(1, { sets: [ID.replace('; SameSite=Lax', attribute)] })
    const next = seen(2, said)
    expect(unsentWith(next, [set, next])[0]).toMatchObject({ because, cookie: { sameSite } })
  })

  it('deleted, and by which exchange', () => {
    const gone = seen(2, { sets: [GONE], carried: carriedFrom(1) })
    const next = seen(3)
    const [found] = unsentWith(next, [first, gone, next])
    expect(found).toMatchObject({ because: 'deleted', by: 2 })
  })

  it('both of one name, where one has a Domain: they are two cookies', () => {
    const two = [ID, ID.replace('; Path', '; Domain=shop.example; Path')]
    const at: HeaderLine[] = [
      ['Host', 'shop.example'],
      ['Sec-Fetch-Site', 'same-origin'],
    ]
    const set = seen(1, { sets: two, headers: at, tls: true })
    const gone = seen(2, { sets: [GONE], headers: at, tls: true })
    const next = seen(3, { headers: at, tls: true })
    expect(
      unsentWith(next, [set, gone, next]).map(({ cookie, because }) => [cookie.hostOnly, because]),
    ).toEqual([
      [true, 'deleted'],
      [false, 'withheld'],
      [true, 'path'],
    ])
  })

  it('deleted by a date in the past, in whatever case the line is written', () => {
    const line = `__Secure-session=;expires=Thu, 01-Jan-70 00:00:00 GMT; PATH=${SHOP};SECURE`
    const next = seen(3)
    expect(why(next, [first, seen(2, { sets: [line] })])[0]).toEqual({
      name: '__Secure-session',
      because: 'deleted',
    })
  })

  it('never stored', () => {
    const refused = seen(1, { sets: [`__Secure-visit=x…[5000]; Path=${SHOP}; Secure`] })
    expect(why(seen(2), [refused])[0]).toEqual({ name: '__Secure-visit', because: 'refused' })
  })

  it('the newer one: what came was on its way before it', () => {
    const second = seen(2, { sets: [ID], carried: carriedFrom(1) })
    expect(why(seen(3, { carried: carriedFrom(1) }), [first, second])[0]?.because).toBe('older')
  })

  it('says nothing of clients that are no browser, and learns nothing from them', () => {
    const curl = seen(2, { headers: [['Host', 'localhost:3000']] })
    expect(why(curl)).toEqual([])
    expect(why(seen(2, { device: 'attacker' }))).toEqual([])
    expect(why(seen(3), [seen(2, { sets: [ID], headers: [['Host', 'x']] })])).toEqual([OWNER])
  })

  it('an answer that did not arrive whole set nothing for certain', () => {
    expect(why(seen(2), [seen(1, { sets: [ID], completed: false })])).toEqual([OWNER])
  })
})

describe('a Set-Cookie line is', () => {
  const set = seen(1, { sets: [ID] })
  const after = (...later: Exchange[]) => outcomeOfSet(set, 0, [set, ...later])!.seen

  it('not seen yet', () => expect(after()).toEqual({ kind: 'not-yet' }))

  it('confirmed by the next request that carries it', () => {
    const next = [seen(2, { path: '/api/jwt/x/laptop/cart' }), seen(3, { carried: carriedFrom(1) })]
    expect(after(...next)).toEqual({ kind: 'confirmed', seq: 3 })
  })

  it('contradicted by one that should have carried it', () => {
    expect(after(seen(2))).toEqual({ kind: 'contradicted', seq: 2 })
  })

  it('not contradicted by another client, another device, another site, or a later day', () => {
    const not = [
      seen(2, { headers: [['Host', 'localhost:3000']] }),
      seen(3, { path: '/api/session/k7Qm2xVf9Rb/phone/cart' }),
      seen(4, { headers: elsewhere('cross-site') }),
      seen(5, { at: 70_000 }),
    ]
    expect(after(...not)).toEqual({ kind: 'not-yet' })
  })

  it('not contradicted by a request that was under way before the answer was there', () => {
    expect(after({ ...seen(2), at: iso(999) })).toEqual({ kind: 'not-yet' })
  })

  it('superseded by another before it was seen', () => {
    const next = { ...seen(2, { sets: [ID] }), at: iso(999) }
    expect(after(next)).toEqual({ kind: 'superseded', seq: 2 })
  })

  it('said to take the place of the one before', () => {
    const second = seen(2, { sets: [ID], carried: carriedFrom(1) })
    expect(outcomeOfSet(second, 0, [set, second])).toMatchObject({ replaces: 1 })
    expect(outcomeOfSet(set, 0, [set, second])).toMatchObject({ replaces: null })
  })

  it.each([
    ['confirmed', []],
    ['contradicted', carriedFrom(1)],
  ])('as a deletion %s', (kind, carried) => {
    const gone = seen(2, { sets: [GONE], carried: carriedFrom(1) })
    const next = seen(3, { carried })
    expect(outcomeOfSet(gone, 0, [set, gone, next])).toMatchObject({
      expected: { kind: 'deleted' },
      seen: { kind, seq: 3 },
    })
  })

  it('as a refusal confirmed when the old one still comes', () => {
    const large = `__Secure-session=x…[5000]; Path=${SHOP}; Secure`
    const second = seen(2, { sets: [large], carried: carriedFrom(1) })
    const third = seen(3, { carried: carriedFrom(1) })
    expect(outcomeOfSet(second, 0, [set, second, third])).toMatchObject({
      expected: { kind: 'refused', because: 'tooLarge' },
      seen: { kind: 'confirmed', seq: 3 },
    })
  })
})
