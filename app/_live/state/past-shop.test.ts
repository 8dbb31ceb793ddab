import { describe, expect, test } from 'vitest'
import { exchange, type Said } from '@/lib/reading/testing'
import { stepsOf } from '@/lib/reading/timeline/steps-of'
import type { CartAnswer, CustomerAnswer } from '@/lib/shop/answers'
import type { Exchange } from '@/lib/trace/model/exchange'
import { pastShop } from './past-shop'

const MINA: CustomerAnswer = { email: 'mina@shop.example', name: 'Mina Park', role: 'customer' }
const cart = (quantity: number): CartAnswer => ({
  lines: [{ sku: 'apple', name: 'Apple', quantity, unitPrice: 60, lineTotal: 60 * quantity }],
  discount: 0,
  total: 60 * quantity,
  currency: 'EUR',
})

type Told = Said & { answered?: Exchange['answered'] }

/** The shop of the laptop after the first `until` of these exchanges, two seconds apart. */
function at(until: number, told: Told[]) {
  const all = told.map(({ answered = null, ...said }, i) => ({
    ...exchange(i + 1, { ms: i * 2000, ...said }),
    answered,
  }))
  return pastShop(stepsOf(all, []).slice(0, until), 'session', 'laptop')
}

const STORY: Told[] = [
  { action: 'cart.add', answered: { cart: cart(1) } },
  { action: 'sign-in', answered: { customer: MINA, cart: cart(1) } },
  { action: 'cart.add', email: MINA.email, answered: { cart: cart(2) } },
  { action: 'orders', email: MINA.email },
  { device: 'phone', action: 'cart.read', answered: { cart: cart(9) } },
  { action: 'cart.read', status: 401, problem: 'credential_refused' },
  { action: 'sign-in', answered: { customer: MINA, cart: cart(2) } },
  { action: 'checkout', status: 201, email: MINA.email },
  { action: 'sign-out', status: 204, email: MINA.email },
]

describe('a shop as it was', () => {
  test('a refused refresh takes nothing away: the access token lives', () => {
    const refused: Told = { action: 'refresh', status: 401, problem: 'credential_refused' }
    const story = [...STORY.slice(0, 3), refused]
    expect(at(4, story)).toEqual(at(3, story))
    expect(at(4, story).customer).toEqual(MINA)
  })

  test('before anything was sent', () => {
    expect(at(0, STORY)).toEqual({ customer: null, formerly: null, cart: null, without: 'nothing' })
  })

  test('is what the answers said, step by step', () => {
    expect(at(1, STORY)).toMatchObject({ customer: null, cart: cart(1), without: null })
    expect(at(3, STORY)).toMatchObject({ customer: MINA, cart: cart(2) })
    expect(at(5, STORY)).toMatchObject({ customer: MINA, cart: cart(2) })
  })

  test('shows no cart that a refusal did not show', () => {
    expect(at(6, STORY)).toEqual({ customer: null, formerly: 'Mina Park', cart: null, without: 'refused' })
    expect(at(7, STORY)).toMatchObject({ customer: MINA, formerly: null, without: null })
  })

  test('nobody is signed in at the step whose request came without a cookie', () => {
    const deleted: Told[] = [
      ...STORY.slice(0, 3),
      { action: 'cart.add', absent: true, answered: { cart: cart(1) } },
      { action: 'checkout', absent: true, status: 401, problem: 'sign_in_required' },
      { action: 'cart.read', email: MINA.email, answered: { cart: cart(2) } },
    ]
    expect(at(3, deleted)).toMatchObject({ customer: MINA })
    expect(at(4, deleted)).toEqual({ customer: null, formerly: null, cart: cart(1), without: null })
    expect(at(5, deleted)).toMatchObject({ customer: null, formerly: null })
    expect(at(6, deleted)).toMatchObject({ customer: { email: MINA.email } })
  })

  test('is empty after a checkout and after a sign-out', () => {
    expect(at(8, STORY)).toMatchObject({ customer: MINA, cart: { lines: [] } })
    expect(at(9, STORY)).toMatchObject({ customer: null, cart: { lines: [] } })
  })

  test('says so where no answer was kept', () => {
    expect(at(2, [STORY[0]!, { action: 'cart.add', answered: null }])).toMatchObject({
      cart: null,
      without: 'unrecorded',
    })
    expect(at(1, [{ action: 'orders', email: MINA.email }])).toMatchObject({
      customer: { email: MINA.email },
      without: 'unrecorded',
    })
  })

  test('a request that came to nothing changes nothing', () => {
    const refused = { action: 'cart.add', status: 404, problem: 'unknown_product' } as const
    expect(at(2, [STORY[0]!, refused])).toMatchObject({ cart: cart(1), without: null })
  })
})
