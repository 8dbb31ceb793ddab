import { describe, expect, test } from 'vitest'
import { deskAct, exchange, ownerAct, type Said } from '@/lib/reading/testing'
import { stepsOf } from '../timeline/steps-of'
import { seenEvent } from './seen-event'

const FORCED = deskAct(3000)
const TURNED = ownerAct(9000, 'clock')

/** Two seconds apart, beginning at 0. */
function at(index: number, told: Said[], events = [FORCED, TURNED]) {
  const steps = stepsOf(
    told.map((said, n) => exchange(n + 1, { ms: 2000 * n, ...said })),
    [FORCED],
  )
  return seenEvent(steps[index]!, steps, events)
}

const READ: Said = {}
const RENEWAL: Said = { lane: 'jwt', action: 'refresh', method: 'POST', path: 'refresh', status: 401 }
const ADD: Said = { action: 'cart.add', method: 'POST', path: 'cart/items' }

describe('the act that a step looks at', () => {
  test('is the newest before it', () => {
    const told = [ADD, ADD, READ, READ, READ, READ]
    expect(at(1, told)).toBeNull()
    expect(at(2, told)).toBe(FORCED)
    expect(at(4, told)).toBe(FORCED)
    expect(at(5, told)).toBe(TURNED)
  })

  test('however many renewals and reads came between', () => {
    expect(at(3, [ADD, ADD, RENEWAL, READ])).toBe(FORCED)
  })

  test('is none where somebody has done something since, or does it now', () => {
    expect(at(2, [ADD, ADD, ADD])).toBeNull()
    expect(at(3, [ADD, ADD, ADD, READ])).toBeNull()
  })

  test('is none where nothing was done from outside', () => {
    expect(at(2, [ADD, ADD, READ], [])).toBeNull()
  })
})
