import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { anExchange } from '@/lib/testing/exchanges'
import { closeTimeline, openTimeline } from '../publish/timeline'
import { settle, soon } from './batch'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setImmediate', 'performance'] })
  vi.advanceTimersByTime(1000)
})
afterEach(() => {
  settle()
  vi.useRealTimers()
})

const done: number[] = []
const work = (n: number) => () => void done.push(n)

test('the first is done at once, and what comes right behind it together, in order', () => {
  done.length = 0
  soon(work(1))
  expect(done).toEqual([])
  vi.advanceTimersByTime(0)
  expect(done).toEqual([1])
  for (const n of [2, 3, 4]) soon(work(n))
  vi.advanceTimersByTime(15)
  expect(done).toEqual([1])
  vi.advanceTimersByTime(1)
  expect(done).toEqual([1, 2, 3, 4])
  vi.advanceTimersByTime(1000)
  soon(work(5))
  vi.advanceTimersByTime(0)
  expect(done).toEqual([1, 2, 3, 4, 5])
})

test('whoever asks does not wait, and nothing is done twice', () => {
  done.length = 0
  soon(work(1))
  settle()
  expect(done).toEqual([1])
  vi.advanceTimersByTime(1000)
  expect(done).toEqual([1])
})

test('one that breaks keeps no other', () => {
  done.length = 0
  soon(() => {
    throw new Error('a bug')
  })
  soon(work(2))
  settle()
  expect(done).toEqual([2])
})

test.each([
  ['latest', (timeline: ReturnType<typeof openTimeline>) => timeline.latest],
  ['after', (timeline: ReturnType<typeof openTimeline>) => timeline.after(0).length],
  ['whoever hears of the clock', (timeline: ReturnType<typeof openTimeline>) => heardBeforeClock(timeline)],
])('a timeline has it when somebody asks: %s', (_, ask) => {
  const timeline = openTimeline('soonsoonson', { now: () => new Date() })
  soon(() => timeline.append(anExchange({})))
  expect(ask(timeline)).toBe(1)
  closeTimeline('soonsoonson')
})

/** How many exchanges a listener has heard of when it hears of the clock. */
function heardBeforeClock(timeline: ReturnType<typeof openTimeline>): number {
  let heard = 0
  let atClock = -1
  // Before the pending exchange is put into the timeline by somebody who asks.
  const end = timeline.subscribe((event) => {
    if (event.type === 'exchange') heard += 1
    if (event.type === 'clock') atClock = heard
  })
  soon(() => timeline.append(anExchange({})))
  timeline.publish({ type: 'clock', offsetSeconds: 0, now: '' })
  end()
  return atClock
}
