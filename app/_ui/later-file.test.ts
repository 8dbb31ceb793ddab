import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fetched, LaterFile } from './later-file'

const lost = () =>
  Object.assign(new Error('Failed to load chunk /_next/static/chunks/a.js'), { name: 'ChunkLoadError' })

const online = new EventTarget()
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('addEventListener', online.addEventListener.bind(online))
  vi.stubGlobal('removeEventListener', online.removeEventListener.bind(online))
})
afterEach(() => vi.useRealTimers())

/** Comes at the n-th time of asking. */
function comesAt(n: number) {
  let asked = 0
  const file = new LaterFile(async () => {
    if (++asked < n) throw lost()
    return 'here'
  })
  return { file, asked: () => asked }
}

const settled = () => vi.advanceTimersByTimeAsync(0)

describe('a file that comes later', () => {
  test('is fetched once, however many wait', async () => {
    const { file, asked } = comesAt(1)
    const told = vi.fn()
    file.subscribe(told)
    file.subscribe(() => told())
    expect(file.now()).toEqual({ state: 'coming' })
    await settled()
    expect(file.now()).toEqual({ state: 'here', value: 'here' })
    expect([asked(), told.mock.calls.length]).toEqual([1, 2])
  })

  test('that could not be fetched says so, and is tried again after a while, more and more seldom', async () => {
    const { file, asked } = comesAt(4)
    file.subscribe(() => {})
    await settled()
    expect(file.now()).toEqual({ state: 'missing' })
    await vi.advanceTimersByTimeAsync(1000)
    await vi.advanceTimersByTimeAsync(1999)
    expect([file.now().state, asked()]).toEqual(['missing', 2])
    await vi.advanceTimersByTimeAsync(1 + 4000)
    expect(file.now()).toEqual({ state: 'here', value: 'here' })
  })

  test('is tried at once when the browser is online again', async () => {
    const { file } = comesAt(2)
    file.subscribe(() => {})
    await settled()
    online.dispatchEvent(new Event('online'))
    await settled()
    expect(file.now().state).toBe('here')
  })

  test('nobody waits any more: it is left alone until somebody does', async () => {
    const { file, asked } = comesAt(2)
    const leave = file.subscribe(() => {})
    await settled()
    leave()
    online.dispatchEvent(new Event('online'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked()).toBe(1)
    file.subscribe(() => {})
    await settled()
    expect(file.now().state).toBe('here')
  })

  test('fetched ahead and not come: nobody is bothered before it is needed', async () => {
    const { file, asked } = comesAt(2)
    await file.fetch()
    await vi.advanceTimersByTimeAsync(60_000)
    expect([file.now().state, asked()]).toEqual(['missing', 1])
  })

  test('that is defective is not asked for again', async () => {
    const error = new TypeError('x is not a function')
    const load = vi.fn(() => Promise.reject(error))
    const file = new LaterFile(load)
    file.subscribe(() => {})
    await vi.advanceTimersByTimeAsync(60_000)
    expect(file.now()).toEqual({ state: 'broken', error })
    expect(load).toHaveBeenCalledTimes(1)
  })
})

test('what a click asks for: null when it did not come, and a defect is thrown', async () => {
  expect(await fetched(async () => 1)).toBe(1)
  expect(await fetched(() => Promise.reject(lost()))).toBeNull()
  await expect(fetched(() => Promise.reject(new TypeError('x')))).rejects.toThrow('x')
})

test('no part of the page is fetched in another way', () => {
  const app = join(import.meta.dirname, '..')
  const files = readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .toSorted()
  const fetching = files.filter((file) => {
    const text = readFileSync(join(app, file), 'utf8')
    return (
      /\bimport\(|next\/dynamic|\blazy\(/.test(text) && !/\b(later(<\w+>)?|LaterFile|fetched)\(/.test(text)
    )
  })
  expect(fetching.filter((file) => !/test/.test(file))).toEqual([
    // The table of browser labs, which a run asks within `fetched`.
    '_labs/definitions.ts',
    // No parts of the page, and each says what is so when its file is gone.
    '_live/dials/open-link.ts',
    '_live/requests/control.ts',
  ])
})
