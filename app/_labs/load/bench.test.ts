import { expect, it } from 'vitest'
import { type KeptBench, loadBench, processorOf } from './bench'

const figure = (lane: 'cookie' | 'session' | 'jwt', what: string, ratio: number, rows?: number) => ({
  ...{ lane, what, ratio, low: ratio - 0.5, high: ratio + 0.5, rows },
})
const KEPT: KeptBench = {
  ...{ when: '2026-11-23', machine: 'a machine', node: '26' },
  figures: [
    figure('jwt', 'me', 1.5),
    ...(['cookie', 'session', 'jwt'] as const).flatMap((lane) => [
      figure(lane, 'read', 2),
      figure(lane, 'change', 3),
    ]),
    figure('session', 'among', 1.2, 1_000_000),
  ],
}

it('takes the read of a cart where who it is was not measured by itself', () => {
  const { lanes, among } = loadBench(KEPT)!
  expect(lanes.jwt.who?.ratio).toBe(1.5)
  expect(lanes.session.who?.ratio).toBe(2)
  expect(among).toEqual([{ ratio: 1.2, low: 0.7, high: 1.7, rows: 1_000_000 }])
})

it('adds up requests of each kind, and says nothing of what was not measured', () => {
  const { lanes } = loadBench(KEPT)!
  expect(processorOf(lanes.session, { who: 10, cart: 20, change: 5, refresh: 0 })).toEqual({
    ...{ ratio: 75, low: 57.5, high: 92.5 },
  })
  expect(processorOf(lanes.jwt, { who: 10, cart: 20, change: 5, refresh: 1 })).toBeNull()
})

it('without a measurement there is none', () => expect(loadBench({ ...KEPT, when: null })).toBeNull())
