import { describe, expect, it } from 'vitest'
import { type ShopState, UNREAD } from '@/app/_live/state/types'
import type { CartAnswer } from '@/lib/shop/answers'
import { whoOf, withoutCart } from './who'

const EMPTY: CartAnswer = { lines: [], discount: 0, total: 0, currency: 'EUR' }
const last = (status: number, code: string | null = null): ShopState['last'] => ({ status, code, at: 0 })
const told = (shop: Partial<ShopState>) => {
  const all = { ...UNREAD, ...shop }
  return [whoOf(all), withoutCart(all)]
}

describe('who is in a shop', () => {
  it('nobody is claimed to be there before an answer says so', () => {
    expect(told({})).toEqual(['unknown', 'none'])
    expect(told({ last: last(0) })).toEqual(['unknown', 'unanswered'])
  })

  it('a guest is whom the shop let in without a name', () => {
    expect(told({ cart: EMPTY, last: last(200) })).toEqual(['guest', null])
  })

  it('refused, and then the server is gone: nobody turns into a guest', () => {
    const refused = { formerly: 'Mina Park', last: last(401, 'credential_refused') }
    expect(told(refused)).toEqual(['nobody', 'refused'])
    expect(told({ ...refused, last: last(0) })).toEqual(['nobody', 'unanswered'])
    expect(told({ last: last(401, 'credential_refused') })).toEqual(['nobody', 'refused'])
  })
})
