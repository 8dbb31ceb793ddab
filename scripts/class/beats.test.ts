import { beforeEach, expect, it, vi } from 'vitest'
import { together } from './beats'
import { Seen } from './seen'

const notes = { seen: new Seen() }
beforeEach(() => {
  notes.seen = new Seen()
  vi.useFakeTimers()
  return () => vi.useRealTimers()
})

const names = ['a', 'b', 'c']

async function acted(rhythm: { every: number; jitter: number; beats: number }, takes = 0) {
  const acts: [name: string, at: number][] = []
  const from = performance.now()
  const done = together(names, rhythm, notes, async (name) => {
    acts.push([name, performance.now() - from])
    await new Promise((resolve) => setTimeout(resolve, takes))
  })
  await vi.runAllTimersAsync()
  await done
  return acts
}

it('everybody acts once in each period', async () => {
  const acts = await acted({ every: 1000, jitter: 0.5, beats: 4 })
  for (const name of names) {
    const own = acts.filter(([who]) => who === name).map(([, at]) => at)
    expect(own.map((at) => Math.floor(at / 1000))).toEqual([0, 1, 2, 3])
    expect(own.every((at) => at % 1000 <= 501)).toBe(true)
  }
})

it('all in the same moment, where there is no jitter', async () => {
  const acts = await acted({ every: 1000, jitter: 0, beats: 2 })
  expect(acts.map(([, at]) => Math.round(at / 1000))).toEqual([0, 0, 0, 1, 1, 1])
})

it('nobody acts again before the answer, and who is late for long has given up', async () => {
  const acts = await acted({ every: 1000, jitter: 0, beats: 3 }, 5000)
  expect(acts.filter(([name]) => name === 'a').map(([, at]) => at)).toEqual([0, 5000])
  expect(notes.seen.missed).toBe(3)
})
