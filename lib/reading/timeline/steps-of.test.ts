import { describe, expect, test } from 'vitest'
import { deskAct, exchange } from '../testing'
import { columnsOf, exchangeAt, stepAt, stepsOf } from './steps-of'

const shape = (steps: ReturnType<typeof stepsOf>) =>
  steps.map(({ exchanges }) => Object.values(exchanges).map(({ seq }) => seq))

describe('stepsOf', () => {
  test('one act in three lanes is one step', () => {
    const all = [
      exchange(1, { lane: 'cookie', ms: 0 }),
      exchange(2, { lane: 'session', ms: 4 }),
      exchange(3, { lane: 'jwt', ms: 1400 }),
    ]
    expect(shape(stepsOf(all, []))).toEqual([[1, 2, 3]])
  })

  test('a later start, another device, another operation and another product are steps of their own', () => {
    const all = [
      exchange(1, { lane: 'cookie', ms: 0 }),
      exchange(2, { lane: 'session', ms: 1501 }),
      exchange(3, { lane: 'jwt', ms: 1501, device: 'phone' }),
      exchange(4, {
        lane: 'jwt',
        ms: 1502,
        action: 'cart.remove',
        method: 'DELETE',
        path: 'cart/items/apple',
      }),
      exchange(5, {
        lane: 'cookie',
        ms: 1502,
        action: 'cart.remove',
        method: 'DELETE',
        path: 'cart/items/pear',
      }),
    ]
    expect(shape(stepsOf(all, []))).toEqual([[1], [2], [3], [4], [5]])
  })

  test('quick clicks pair up in order even when one lane runs ahead', () => {
    const lanes = [
      'cookie',
      'session',
      'cookie',
      'cookie',
      'jwt',
      'session',
      'jwt',
      'session',
      'jwt',
    ] as const
    const all = lanes.map((lane, i) =>
      exchange(i + 1, { lane, ms: i * 10, action: 'cart.add', method: 'POST' }),
    )
    expect(shape(stepsOf(all, []))).toEqual([
      [1, 2, 5],
      [3, 6, 7],
      [4, 8, 9],
    ])
  })

  test('a retry after a refresh stands behind it, not in the step of its first try', () => {
    const all = [
      exchange(1, { lane: 'cookie' }),
      exchange(2, { lane: 'jwt', status: 401 }),
      exchange(3, { lane: 'jwt', action: 'refresh', method: 'POST', path: 'refresh' }),
      exchange(4, { lane: 'jwt' }),
      exchange(5, { lane: 'session' }),
    ]
    expect(shape(stepsOf(all, []))).toEqual([[1, 2, 5], [3], [4]])
  })

  test('a desk act parts what would be together', () => {
    const all = [exchange(1, { lane: 'cookie', ms: 0 }), exchange(2, { lane: 'session', ms: 20 })]
    const act = deskAct(10)
    const steps = stepsOf(all, [act])
    expect(shape(steps)).toEqual([[1], [2]])
    expect(columnsOf(steps, [act]).map(({ kind }) => kind)).toEqual(['step', 'desk', 'step'])
  })

  test('a request that was under way at the act stands before it, whenever it ended', () => {
    const steps = stepsOf([exchange(2, { ms: 5 })], [deskAct(10)])
    expect(steps[0]?.deskActs).toBe(0)
  })

  test('lanes that end in another order than they began are still one step', () => {
    const all = [exchange(1, { lane: 'jwt', ms: 900 }), exchange(2, { lane: 'cookie', ms: 0 })]
    expect(shape(stepsOf(all, []))).toEqual([[1, 2]])
  })

  test('an act without a later exchange is the last column', () => {
    const steps = stepsOf([exchange(1)], [deskAct(10)])
    expect(columnsOf(steps, [deskAct(10)]).map(({ kind }) => kind)).toEqual(['step', 'desk'])
  })
})

describe('the chosen step', () => {
  const steps = stepsOf([exchange(1, { lane: 'cookie' }), exchange(2, { lane: 'jwt', ms: 5000 })], [])

  test('null is the newest, a number beyond the end too', () => {
    expect(stepAt(steps, null)?.index).toBe(1)
    expect(stepAt(steps, 9)?.index).toBe(1)
    expect(stepAt([], null)).toBeUndefined()
  })

  test('a lane without an exchange in the step shows its newest before it', () => {
    expect(exchangeAt(steps, null, 'cookie', 'laptop')?.seq).toBe(1)
    expect(exchangeAt(steps, 0, 'jwt', 'laptop')).toBeUndefined()
  })
})
