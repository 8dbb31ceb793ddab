/** What the session lane pays for its idle expiry. The cost of each lane is a row of differences.ts, and measured there. */
import { beforeEach, expect, it, vi } from 'vitest'
import { counted, openCountingDatabase } from '@/lib/testing/counted'
import { freshSandbox } from '@/lib/testing/sandbox'

openCountingDatabase()

// Time stands still but for the turns of the sandbox clock: a slow machine moves no end.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  return () => vi.useRealTimers()
})

it('session moves the idle expiry with one write, at most once a minute', async () => {
  const world = await freshSandbox()
  const client = world.client('session')
  const cost = () => counted(() => client.get('cart'))
  await client.add('apple')
  world.later(59)
  expect(await cost()).toEqual([1, 0])
  world.later(1)
  expect(await cost()).toEqual([1, 1])
  expect(await cost()).toEqual([1, 0])
})

it('session moves nothing when it does not slide', async () => {
  const world = await freshSandbox()
  await world.turn('session', { sliding: false })
  const client = world.client('session')
  await client.add('apple')
  world.later(120)
  expect(await counted(() => client.get('cart'))).toEqual([1, 0])
})
