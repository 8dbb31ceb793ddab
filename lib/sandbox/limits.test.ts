import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLimits, take } from './limits'

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-23T10:00:00Z') })
})
afterEach(() => vi.useRealTimers())

async function granted(limiter: Parameters<typeof take>[0], key: string, tries: number): Promise<number> {
  let count = 0
  for (let i = 0; i < tries; i++) if ((await take(limiter, key)) === null) count++
  return count
}

describe('limits', () => {
  it('60 new sandboxes a minute from one address, two classes of 300 in an hour, and says how long to wait', async () => {
    const { newSandboxes } = createLimits(1)
    expect(await granted(newSandboxes, 'a', 800)).toBe(600)
    vi.advanceTimersByTime(15_000)
    expect(await take(newSandboxes, 'a')).toEqual({ retryAfter: 45 })
    vi.advanceTimersByTime(45_000)
    expect(await granted(newSandboxes, 'a', 400)).toBe(60)
    vi.advanceTimersByTime(3_600_000)
    expect(await granted(newSandboxes, 'a', 800)).toBe(600)
  })

  it('never hold up anybody else', async () => {
    const { newSandboxes, sandbox } = createLimits(1)
    await granted(newSandboxes, 'a', 800)
    expect(await granted(newSandboxes, 'b', 80)).toBe(80)
    await granted(sandbox, 'one', 500)
    expect(await take(sandbox, 'other')).toBeNull()
  })

  it.each([
    ['sandbox', 30, 90],
    ['passwords', 5, 20],
  ] as const)('%s: %i a second, with a burst of %i', async (name, perSecond, burst) => {
    const limiter = createLimits(1)[name]
    expect(await granted(limiter, 'a', 1000)).toBe(perSecond + burst)
    vi.advanceTimersByTime(1000)
    expect(await granted(limiter, 'a', 1000)).toBe(perSecond)
    expect((await take(limiter, 'a'))?.retryAfter).toBe(1)
  })

  it('scale', async () => {
    expect(await granted(createLimits(0.5).newSandboxes, 'a', 400)).toBe(300)
    expect(await granted(createLimits(0.001).sandbox, 'a', 80)).toBe(2)
  })

  it('know a refusal by its shape, and let a bug through', async () => {
    const limiter = (reason: unknown) => ({ consume: () => Promise.reject(reason) })
    expect(await take(limiter({ msBeforeNext: 1500 }), 'a')).toEqual({ retryAfter: 2 })
    await expect(take(limiter(new Error('bug')), 'a')).rejects.toThrow('bug')
  })
})
