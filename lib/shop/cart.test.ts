import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, type Cart, isEmpty, MOST_QUANTITY, merge, remove, setQuantity } from './cart'
import { PRODUCTS, price } from './catalogue'

const sku = fc.constantFrom(...PRODUCTS.map((product) => product.sku))
const quantity = fc.integer({ min: 1, max: MOST_QUANTITY })
const cart: fc.Arbitrary<Cart> = fc.dictionary(sku, quantity)

describe('cart', () => {
  it('never holds less than 1 or more than 99 of anything', () => {
    fc.assert(
      fc.property(cart, cart, sku, quantity, (mine, guest, one, many) => {
        for (const next of [add(mine, one, many), setQuantity(mine, one, many), merge(mine, guest)])
          for (const held of Object.values(next)) expect(held).toBeGreaterThanOrEqual(1)
        for (const held of Object.values(merge(add(mine, one, many), guest)))
          expect(held).toBeLessThanOrEqual(MOST_QUANTITY)
      }),
    )
  })

  it('merges to the same whoever comes first, and leaves the originals alone', () => {
    fc.assert(
      fc.property(cart, cart, (mine, guest) => {
        const before = structuredClone([mine, guest])
        expect(merge(mine, guest)).toEqual(merge(guest, mine))
        expect([mine, guest]).toEqual(before)
      }),
    )
  })

  it('is empty after everything was removed', () => {
    fc.assert(
      fc.property(cart, (mine) => {
        expect(isEmpty(Object.keys(mine).reduce((rest, one) => remove(rest, one), mine))).toBe(true)
      }),
    )
  })
})

describe('price', () => {
  it('adds up in whole cents, and never gives money', () => {
    fc.assert(
      fc.property(cart, fc.integer({ min: 0, max: 100 }), (mine, percent) => {
        const { lines, discount, total } = price(mine, percent)
        const sum = lines.reduce((all, line) => all + line.unitPrice * line.quantity, 0)
        expect(total + discount).toBe(sum)
        expect(Number.isInteger(total)).toBe(true)
        expect(total).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('leaves out what the catalogue no longer has', () => {
    expect(price({ gone: 3, apple: 1 }, 0).lines).toMatchObject([{ sku: 'apple' }])
  })
})
