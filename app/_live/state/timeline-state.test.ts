import { beforeEach, describe, expect, test, vi } from 'vitest'
import { deskAct, exchange, ownerAct } from '@/lib/reading/testing'
import { until } from '@/lib/testing/until'
import { useLive } from './store'
import { load, take } from './timeline-state'
import { MOST_EXCHANGES } from './types'

/** What the list of exchanges answers, and from where it was asked for. */
let stored: unknown[] = []
let asked: string[] = []

beforeEach(() => {
  stored = []
  asked = []
  useLive.setState(useLive.getInitialState())
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url)
    return Response.json({ exchanges: stored, dropped: 0, desk: [deskAct(10)], acts: [ownerAct(11)] })
  })
})

const live = () => useLive.getState()
const come = (...seqs: number[]) => {
  for (const seq of seqs) take({ type: 'exchange', data: exchange(seq, { ms: seq * 2000 }) })
}

describe('what the stream brings', () => {
  test('a missed exchange is fetched', async () => {
    stored = [exchange(2), exchange(3)]
    come(1, 3)
    await until(() => expect(live().exchanges.map(({ seq }) => seq)).toEqual([1, 2, 3]))
    expect(asked).toEqual(['/api/sandbox/exchanges?after=1'])
  })

  test('a reset replaces what was there and keeps what came meanwhile', async () => {
    come(1, 2)
    stored = [exchange(2)]
    take({ type: 'reset' })
    come(3)
    await until(() => expect(live().exchanges.map(({ seq }) => seq)).toEqual([2, 3]))
    expect(live().desk).toEqual([deskAct(10)])
    expect(live().dropped).toBe(1)
  })

  test.each([
    ['what the stream told meanwhile is newer than the page', [3], 2],
    ['without that, all of the list is older', [], 3],
  ])('%s', async (_, streamed, newest) => {
    vi.resetModules()
    const fresh = await import('./timeline-state')
    stored = [exchange(1), exchange(2), exchange(3)]
    fresh.take({ type: 'reset' })
    for (const seq of streamed) fresh.take({ type: 'exchange', data: exchange(seq) })
    expect((await fresh.listLoaded).seq).toBe(newest)
  })

  test('a reset never empties the list in between', async () => {
    come(1, 2)
    stored = [exchange(1), exchange(2)]
    const lengths: number[] = []
    const stop = useLive.subscribe(({ exchanges }) => lengths.push(exchanges.length))
    await load()
    stop()
    expect(lengths.length).toBeGreaterThan(0)
    expect(Math.min(...lengths)).toBe(2)
  })

  test('an act told twice is one act', async () => {
    take({ type: 'desk', data: deskAct(10) })
    await load()
    take({ type: 'desk', data: deskAct(10) })
    expect(live().desk).toHaveLength(1)
    take({ type: 'act', data: ownerAct(11) })
    take({ type: 'act', data: ownerAct(5, 'clock') })
    expect(live().acts.map(({ act }) => act)).toEqual(['clock', 'rotate-keys'])
  })

  test('when the oldest go, the cursor stays with its step', () => {
    come(...Array.from({ length: MOST_EXCHANGES }, (_, i) => i + 1))
    useLive.setState({ cursor: 7 })
    come(MOST_EXCHANGES + 1, MOST_EXCHANGES + 2)
    expect(live()).toMatchObject({ dropped: 2, cursor: 5 })
    useLive.setState({ cursor: 0 })
    come(MOST_EXCHANGES + 3)
    expect(live().cursor).toBe(0)
    useLive.setState({ cursor: null })
    come(MOST_EXCHANGES + 4)
    expect(live().cursor).toBeNull()
  })
})
