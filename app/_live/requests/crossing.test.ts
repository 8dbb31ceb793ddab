import { beforeEach, expect, test, vi } from 'vitest'
import { Crossing } from './crossing'

let crossing: Crossing
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1000 })
  crossing = new Crossing()
  crossing.sent()
  vi.setSystemTime(1100)
  return () => vi.useRealTimers()
})

test('what another tab tells while this one waits has crossed', () => {
  expect(crossing.told(1200, true)).toBe(true)
  expect(crossing.isOpen).toBe(true)
})

test('so has what it asked for before this one was answered, told of afterwards', () => {
  crossing.answered()
  vi.setSystemTime(1200)
  expect(crossing.told(1050, false)).toBe(true)
  expect(crossing.isOpen).toBe(true)
})

test('what was asked for after the answer has not, and what another tab only looked at', () => {
  crossing.answered()
  expect(crossing.told(1150, false)).toBe(false)
  expect(crossing.told(undefined, false)).toBe(false)
  expect(crossing.isOpen).toBe(false)
})

test('two that ask once more do not ask for ever', () => {
  crossing.isAsking = true
  expect(crossing.told(undefined, true)).toBe(false)
  expect(crossing.told(1150, true)).toBe(true)
})
