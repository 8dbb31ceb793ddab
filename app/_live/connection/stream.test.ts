/** A page whose event stream is refused comes again by itself, ever more seldom, and not together with all others. */
import { afterEach, expect, test, vi } from 'vitest'
import { until } from '@/lib/testing/until'
import { openBrowser, openTab } from '../testing'

/** As a browser does where the answer is no stream. */
class Refused extends EventTarget {
  static CLOSED = 2
  static opened = 0
  readyState = 2
  onopen: (() => void) | null = null
  onerror: (() => void) | null = null

  constructor() {
    super()
    Refused.opened += 1
    queueMicrotask(() => this.onerror?.())
  }

  close() {}
}

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

test.each([
  [0, [1, 2, 4, 8, 16, 30, 30]],
  [0.5, [1.5, 3, 6, 12, 24, 45, 45]],
])('late by %d: after %j seconds', async (late, seconds) => {
  openBrowser()
  vi.stubGlobal('EventSource', Refused)
  vi.spyOn(Math, 'random').mockReturnValue(late)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  Refused.opened = 0
  const tab = await openTab()
  await tab.start()
  expect(Refused.opened).toBe(1)
  for (const [nth, wait] of seconds.entries()) {
    vi.advanceTimersByTime(1000 * wait - 1)
    expect(Refused.opened).toBe(nth + 1)
    vi.advanceTimersByTime(1)
    await until(() => Refused.opened === nth + 2)
  }
})
