import { expect, it } from 'vitest'
import { createQueue } from './queue'

it('runs one at a time, in order, and goes on after a failure', async () => {
  const queued = createQueue()
  let running = 0
  let most = 0
  const order: number[] = []
  const task = (n: number) => async () => {
    most = Math.max(most, ++running)
    await new Promise((resolve) => setImmediate(resolve))
    running--
    order.push(n)
    if (n === 2) throw new Error('second')
  }
  const results = await Promise.allSettled([1, 2, 3].map((n) => queued(task(n))))
  expect([most, order]).toEqual([1, [1, 2, 3]])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})
