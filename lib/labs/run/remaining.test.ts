import { describe, expect, it } from 'vitest'
import type { Reply } from '../stage/client'
import { secondsBetween, secondsLeft, secondsUntil } from './remaining'

const at = (sandboxAt: string, expiresAt: string | null = null) =>
  ({ exchange: { sandboxAt, credential: { expiresAt } } }) as unknown as Reply
const NOON = '2026-01-01T12:00:00.000Z'

describe('seconds that remain', () => {
  it.each([
    ['2026-01-01T12:01:00.000Z', 60],
    ['2026-01-01T12:00:59.600Z', 60],
    ['2026-01-01T12:00:00.400Z', 1],
    ['2026-01-01T12:00:00.000Z', 0],
    ['2026-01-01T11:59:59.600Z', 0],
    [null, 0],
  ])('until %s: one that has begun counts, and none is below zero', (until, seconds) => {
    expect(secondsUntil(until, at(NOON))).toBe(seconds)
    expect(secondsLeft(at(NOON, until))).toBe(seconds)
  })
})

it('seconds that have gone by are whole ones', () => {
  expect(secondsBetween(at(NOON), at('2026-01-01T12:00:59.600Z'))).toBe(59)
  expect(secondsBetween(at(NOON), at('2026-01-02T00:00:00.000Z'))).toBe(43_200)
})
