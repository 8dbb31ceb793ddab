import { beforeEach, expect, it, vi } from 'vitest'
import { type Busy, FairLine } from '@/lib/shares/fair-line'
import { signInAtOnce } from './line'

beforeEach(() => {
  vi.useFakeTimers()
  return () => vi.useRealTimers()
})

/** Learners of one address before the line of the server; a hash takes a tenth of a second. */
function learners(count: number) {
  const line = new FairLine({ atOnce: 2, usual: 100 })
  const hash = () => new Promise<void>((resolve) => setTimeout(resolve, 100))
  return Array.from({ length: count }, (_, nth) => ({
    isHere: nth > 0,
    changePassword: () => line.run({ whose: 'a', sandbox: `${nth}` }, hash),
    signIn: () =>
      line.run({ whose: 'a', sandbox: `${nth}` }, hash).then(
        () => null,
        (busy: Busy) => busy.retryAfter,
      ),
  }))
}

it('300 at once are all served: who has to wait is told for how long, and comes again', async () => {
  const done = signInAtOnce(learners(301))
  await vi.runAllTimersAsync()
  const seen = await done
  expect([seen.learners, seen.served]).toEqual([300, 300])
  // Two run and forty wait; everybody else hears when to come.
  expect(seen.told).toBeGreaterThanOrEqual(250)
  // Fifteen seconds of work.
  expect(seen.longest).toBeGreaterThanOrEqual(15)
  expect(seen.last).toBeLessThan(30)
})
