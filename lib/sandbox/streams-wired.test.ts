/** How many streams there may be, with the real figures. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

// Before the environment is read, which is when the first of these is loaded.
vi.hoisted(() => {
  process.env.RATE_LIMIT_SCALE = '1'
})

import { callApi } from '@/lib/testing/api'
import { createSandbox } from './world/sandbox'

// The limits of an address count requests by this clock.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => vi.useRealTimers())

const gone = new AbortController()
afterEach(() => gone.abort())

/** @returns how many were answered with which status */
async function open(sandboxes: number, each: number, address: string) {
  const statuses: Record<number, number> = {}
  for (let n = 0; n < sandboxes; n++) {
    vi.advanceTimersByTime(10_000)
    const headers = {
      Cookie: `__Secure-owner=${(await createSandbox()).ownerToken}`,
      'X-Forwarded-For': address,
    }
    for (let nth = 0; nth < each; nth++) {
      const { status } = await callApi('/api/sandbox/events', { headers, signal: gone.signal })
      statuses[status] = (statuses[status] ?? 0) + 1
    }
  }
  return statuses
}

it('as many as a class of 300 with two browsers each has behind one address, a third more, and as many for others', async () => {
  expect(await open(60, 10, '192.0.2.1')).toEqual({ 200: 600 })
  expect(await open(21, 10, '192.0.2.1')).toEqual({ 200: 200, 429: 10 })
  expect(await open(3, 11, '192.0.2.2')).toEqual({ 200: 30, 429: 3 })
})
