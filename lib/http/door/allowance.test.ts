import { beforeEach, expect, test } from 'vitest'
import { Allowance } from './allowance'

let clock: number
let allowance: Allowance
beforeEach(() => {
  clock = 1000
  allowance = new Allowance({ perSecond: 100, burst: 400, now: () => clock })
})

const granted = (address: string, tries: number, points = 1) =>
  Array.from({ length: tries }, () => allowance.take(address, points, 0)).filter((taken) => 'wait' in taken)
    .length

test('a burst, and then so many a second', () => {
  expect(granted('a', 1000)).toBe(400)
  clock += 1000
  expect(granted('a', 1000)).toBe(100)
  clock += 3_600_000
  expect(granted('a', 1000)).toBe(400)
})

test('nobody else is held up', () => {
  granted('a', 1000)
  expect(granted('b', 1000)).toBe(400)
})

test('what costs more is had less often; what costs more than there ever is can be had, too', () => {
  expect(granted('a', 100, 25)).toBe(16)
  expect(granted('b', 10, 1000)).toBe(1)
})

test('who has patience waits in the order of coming, and no longer than that', () => {
  granted('a', 400)
  const waits = Array.from({ length: 250 }, () => allowance.take('a', 1, 2000))
  expect(waits.slice(0, 3)).toEqual([{ wait: 10 }, { wait: 20 }, { wait: 30 }])
  expect(waits.filter((taken) => 'wait' in taken)).toHaveLength(200)
  expect(waits[200]).toEqual({ retryAfter: 3 })
})

test('who is sent away is told when there is room, one after the other, and never later than in two minutes', () => {
  granted('a', 400)
  const times = Array.from({ length: 1000 }, () => allowance.take('a', 25, 0)).map((taken) =>
    'retryAfter' in taken ? taken.retryAfter : null,
  )
  expect(times.slice(0, 8)).toEqual([1, 1, 1, 1, 2, 2, 2, 2])
  expect(Math.max(...times.map(Number))).toBe(120)
})

test('the memory of it has an end: who has all of it back is forgotten first', () => {
  granted('greedy', 400)
  for (let nth = 0; nth < 9_999; nth++) allowance.take(`other ${nth}`, 1, 0)
  clock += 1000
  allowance.take('one more', 1, 0)
  expect(granted('greedy', 1000)).toBe(100)
})
