import { describe, expect, it, vi } from 'vitest'
import { runShutdown } from '@/lib/http/shutdown'
import { perProcess } from '@/lib/process/once'
import { Places } from '@/lib/shares/places'
import { DEFAULT_DIALS } from '@/lib/strategies/dials'
import { callApi } from '@/lib/testing/api'
import type { Exchange } from '@/lib/trace/model/exchange'
import { timelineOf } from '@/lib/trace/publish/timeline'
import { createSandbox, destroySandbox, type OwnedSandbox } from '../world/sandbox'

async function newSandbox() {
  const { sandbox, ownerToken } = await createSandbox()
  return { sandbox, cookie: `__Secure-owner=${ownerToken}` }
}

function exchangeIn({ id }: OwnedSandbox): Exchange {
  return timelineOf(id)!.append({
    ...({} as Omit<Exchange, 'id' | 'seq'>),
    strategy: 'session',
    request: { method: 'GET', target: '/cart', httpVersion: '1.1', headers: [], headBytes: 0, bodyBytes: 0 },
    response: null,
    credential: { status: 'absent', reason: null, email: null, expiresAt: null },
    steps: [],
    stored: { before: [], after: [] },
    exposures: [],
  })
}

async function open(cookie: string, lastId?: string) {
  const abort = new AbortController()
  const headers = { Cookie: cookie, ...(lastId && { 'Last-Event-ID': lastId }) }
  const response = await callApi('/api/sandbox/events', { headers, signal: abort.signal })
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  return {
    response,
    abort,
    /** The next `count` events as [event, id, data]. */
    async next(count: number) {
      const found: [string, string, Record<string, unknown>][] = []
      while (found.length < count) {
        const end = text.indexOf('\n\n')
        if (end < 0) {
          const { value, done } = await reader.read()
          if (done) throw new Error(`the stream ended after ${found.length} events`)
          text += value
          continue
        }
        const [, event, id, data] = /^event: (.+)\nid: (.+)\ndata: (.+)$/.exec(text.slice(0, end)) ?? []
        text = text.slice(end + 2)
        if (event) found.push([event, id!, JSON.parse(data!)])
      }
      return found
    },
    async ended() {
      return (await reader.read()).done
    },
    close: () => reader.cancel(),
  }
}

const streamsOf = (sandboxId: string) =>
  perProcess<{ places: Places }>('event-streams', () => {
    throw new Error('no stream yet')
  }).places.count(sandboxId)
const waitingInAll = () => perProcess('event-logs', () => ({ octets: 0 })).octets

/** An exchange takes some hundred octets on the wire, and as many more as this. */
function heavyIn({ id }: OwnedSandbox, octets: number) {
  timelineOf(id)!.publish({ type: 'clock', offsetSeconds: 0, now: 'x'.repeat(octets) })
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

/** A stream that nobody reads. */
async function unread(cookie: string, headers: Record<string, string> = {}) {
  const abort = new AbortController()
  const { body, status } = await callApi('/api/sandbox/events', {
    headers: { Cookie: cookie, ...headers },
    signal: abort.signal,
  })
  return { body: body!, status, close: () => abort.abort() }
}

const types = (events: [string, string, unknown][]) => events.map(([type, id]) => [type, id])

describe('the event stream', () => {
  it('begins with reset, then follows', async () => {
    const { sandbox, cookie } = await newSandbox()
    const stream = await open(cookie)
    expect(stream.response.headers.get('Content-Type')).toBe('text/event-stream')
    expect(stream.response.headers.get('Cache-Control')).toBe('no-store')
    const { epoch } = timelineOf(sandbox.id)!
    const begun = await stream.next(3)
    expect(types(begun)).toEqual([
      ['reset', `${epoch}-0`],
      ['clock', `${epoch}-0`],
      ['settings', `${epoch}-0`],
    ])
    expect(begun[2]![2]).toEqual({ type: 'settings', settings: DEFAULT_DIALS })
    exchangeIn(sandbox)
    const [[type, id, data]] = (await stream.next(1)) as [[string, string, Record<string, unknown>]]
    expect([type, id, data.id, data.seq]).toEqual(['exchange', `${epoch}-1`, `${epoch}-1`, 1])
    await stream.close()
  })

  it('brings what was missed after Last-Event-ID', async () => {
    const { sandbox, cookie } = await newSandbox()
    const [first, second, third] = [exchangeIn(sandbox), exchangeIn(sandbox), exchangeIn(sandbox)]
    const stream = await open(cookie, first.id)
    expect(types(await stream.next(4))).toEqual([
      ['exchange', second.id],
      ['exchange', third.id],
      ['clock', third.id],
      ['settings', third.id],
    ])
    await stream.close()
  })

  it.each(['another-1', 'nonsense', '1', '-', 'e-99999999999999999999'])(
    'resets after the foreign id %s',
    async (lastId) => {
      const { sandbox, cookie } = await newSandbox()
      exchangeIn(sandbox)
      const stream = await open(cookie, lastId)
      expect((await stream.next(1))[0]?.[0]).toBe('reset')
      await stream.close()
    },
  )

  it('takes its own id in the one spelling that it gave', async () => {
    const { sandbox, cookie } = await newSandbox()
    const [first] = [exchangeIn(sandbox), exchangeIn(sandbox)]
    const { epoch } = timelineOf(sandbox.id)!
    for (const lastId of [
      `${epoch}-01`,
      `\u00a0${first.id}`,
      `${first.id}\u00a0`,
      `${epoch}--1`,
      `${epoch}-1e0`,
    ]) {
      const stream = await open(cookie, lastId)
      expect((await stream.next(1))[0]?.[0]).toBe('reset')
      await stream.close()
    }
  })

  it('resets when the browser says it saw more than there is', async () => {
    const { sandbox, cookie } = await newSandbox()
    const stream = await open(cookie, `${timelineOf(sandbox.id)!.epoch}-7`)
    expect((await stream.next(1))[0]?.[0]).toBe('reset')
    await stream.close()
  })

  it('resets when some of what was missed has been let go', async () => {
    const { sandbox, cookie } = await newSandbox()
    const first = exchangeIn(sandbox)
    for (let i = 0; i < 600; i++) exchangeIn(sandbox)
    const stream = await open(cookie, first.id)
    expect((await stream.next(1))[0]?.[0]).toBe('reset')
    await stream.close()
  })

  it('resets when more was missed than is told one by one', async () => {
    const { sandbox, cookie } = await newSandbox()
    const ids = Array.from({ length: 52 }, () => exchangeIn(sandbox).id)
    const late = await open(cookie, ids[0])
    expect((await late.next(1))[0]?.[0]).toBe('reset')
    await late.close()
    const inTime = await open(cookie, ids[1])
    expect(types(await inTime.next(50)).at(-1)).toEqual(['exchange', ids[51]])
    await inTime.close()
  })

  it('shows its owner nothing of another sandbox', async () => {
    const [one, other] = [await newSandbox(), await newSandbox()]
    const stream = await open(one.cookie)
    await stream.next(3)
    exchangeIn(other.sandbox)
    const own = exchangeIn(one.sandbox)
    expect(types(await stream.next(1))).toEqual([['exchange', own.id]])
    expect(
      (await callApi(`/api/sandbox/exchanges/${own.id}`, { headers: { Cookie: one.cookie } })).status,
    ).toBe(200)
    await stream.close()
  })

  it('ends with a reset when the sandbox ends', async () => {
    const { sandbox, cookie } = await newSandbox()
    const stream = await open(cookie)
    await stream.next(3)
    await destroySandbox(sandbox.id)
    expect((await stream.next(1))[0]?.[0]).toBe('reset')
    expect(await stream.ended()).toBe(true)
  })

  it('lets go when the browser leaves, in either way', async () => {
    const { sandbox, cookie } = await newSandbox()
    for (let i = 0; i < 30; i++) {
      const stream = await open(cookie)
      expect(stream.response.status).toBe(200)
      if (i % 2) await stream.close()
      else stream.abort.abort()
    }
    exchangeIn(sandbox)
  })

  it('end when the process is told to end', async () => {
    const { cookie } = await newSandbox()
    const stream = await open(cookie)
    await stream.next(3)
    await runShutdown()
    expect(await stream.ended()).toBe(true)
  })
})

describe('a reader that is too slow', () => {
  it('is cut off with more than 4 MiB before it, and one that reads goes on', async () => {
    const { sandbox, cookie } = await newSandbox()
    const [slow, prompt] = [await unread(cookie), await open(cookie)]
    await prompt.next(3)
    for (let i = 0; i < 3; i++) {
      heavyIn(sandbox, 1024 * 1024)
      await prompt.next(1)
    }
    expect(streamsOf(sandbox.id)).toBe(2)
    heavyIn(sandbox, 1024 * 1024)
    await turn()
    expect(streamsOf(sandbox.id)).toBe(1)
    await expect(slow.body.getReader().read()).rejects.toThrow('Broken off')
    expect((await prompt.next(1))[0]?.[0]).toBe('clock')
    await prompt.close()
    expect(waitingInAll()).toBe(0)
  })

  it('costs what is written once, however many there are', async () => {
    const { sandbox, cookie } = await newSandbox()
    const before = waitingInAll()
    const all = await Promise.all(Array.from({ length: 10 }, () => unread(cookie)))
    heavyIn(sandbox, 1024 * 1024)
    await turn()
    expect(waitingInAll() - before).toBeLessThan(1.1 * 1024 * 1024)
    for (const { close } of all) close()
    expect([streamsOf(sandbox.id), waitingInAll()]).toEqual([0, before])
  })

  it('is cut off when all that waits is too much: of whoever lets the most wait', async () => {
    const quiet = await createSandbox('Mina')
    const slow = await unread(`__Secure-owner=${quiet.ownerToken}`)
    heavyIn(quiet.sandbox, 3 * 1024 * 1024)
    const loud = await Promise.all(Array.from({ length: 30 }, () => createSandbox('loud')))
    const streams = await Promise.all(loud.map(({ ownerToken }) => unread(`__Secure-owner=${ownerToken}`)))
    for (const { sandbox } of loud) {
      heavyIn(sandbox, 3 * 1024 * 1024)
      await turn()
      expect(waitingInAll()).toBeLessThanOrEqual(64 * 1024 * 1024)
    }
    expect(streamsOf(quiet.sandbox.id)).toBe(1)
    expect(loud.filter(({ sandbox }) => streamsOf(sandbox.id) === 1)).toHaveLength(20)
    for (const { close } of [slow, ...streams]) close()
    expect(waitingInAll()).toBe(0)
  })

  it('is cut off after three heartbeats without a sign, and none that waits for news', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const { sandbox, cookie } = await newSandbox()
    const [still, prompt] = [await unread(cookie), await unread(cookie)]
    const read = prompt.body.pipeTo(new WritableStream()).then(() => 'to its end')
    for (const left of [2, 2, 1, 1, 1, 1, 1]) {
      await turn()
      vi.advanceTimersByTime(15_000)
      expect(streamsOf(sandbox.id)).toBe(left)
    }
    vi.useRealTimers()
    await expect(still.body.getReader().read()).rejects.toThrow('Broken off')
    prompt.close()
    expect([await read, streamsOf(sandbox.id)]).toEqual(['to its end', 0])
  })

  it('of what was missed has no copy of its own: what the ring has let go meanwhile is a reset', async () => {
    const { sandbox, cookie } = await newSandbox()
    const ids = Array.from({ length: 40 }, () => exchangeIn(sandbox).id)
    const stream = await open(cookie, ids[0])
    expect(types(await stream.next(1))).toEqual([['exchange', ids[1]]])
    expect(waitingInAll()).toBeLessThan(10_000)
    for (let i = 0; i < 600; i++) exchangeIn(sandbox)
    const rest = types(await stream.next(3))
    expect(rest[0]).toEqual(['reset', ids.at(-1)])
    expect(rest.slice(1).map(([type]) => type)).toEqual(['clock', 'settings'])
    await stream.close()
  })
})

describe('streams', () => {
  it('are at most ten of one sandbox', async () => {
    const { cookie } = await newSandbox()
    const all = await Promise.all(Array.from({ length: 10 }, () => open(cookie)))
    const refused = await callApi('/api/sandbox/events', { headers: { Cookie: cookie } })
    expect([refused.status, (await refused.json()).code]).toEqual([429, 'too_many'])
    expect(refused.headers.get('Retry-After')).toBe('30')
    for (const stream of all) await stream.close()
    await (await open(cookie)).close()
  })

  it('that are all taken are given up by whoever has the most', async () => {
    const streams = perProcess<{ places: Places }>('event-streams', () => {
      throw new Error('no stream yet')
    })
    const { places } = streams
    streams.places = new Places({ ofSandbox: 10, ofAddress: 10, inAll: 3 })
    const by = (address: string) => ({ 'X-Forwarded-For': address })
    const [one, two] = [await newSandbox(), await newSandbox()]
    const all = [0, 1, 2].map(() => unread(one.cookie, by('192.0.2.1')))
    const [oldest] = await Promise.all(all)
    const refused = await callApi('/api/sandbox/events', {
      headers: { Cookie: one.cookie, ...by('192.0.2.1') },
    })
    expect([refused.status, (await refused.json()).code]).toEqual([503, 'busy'])
    expect(refused.headers.get('Retry-After')).toBe('30')
    const other = await unread(two.cookie, by('192.0.2.2'))
    expect(other.status).toBe(200)
    await expect(oldest!.body.getReader().read()).rejects.toThrow('Broken off')
    expect([one, two].map(({ sandbox }) => streams.places.count(sandbox.id))).toEqual([2, 1])
    for (const stream of [...(await Promise.all(all)), other]) stream.close()
    streams.places = places
  })

  it('tell a browser to come back at a time of its own', async () => {
    const { cookie } = await newSandbox()
    const times = new Set<string>()
    for (let n = 0; n < 10; n++) {
      const { body, close } = await unread(cookie)
      const { value } = await body.getReader().read()
      times.add(/^retry: (\d+)\n\n$/.exec(new TextDecoder().decode(value))![1]!)
      close()
    }
    expect([...times].every((time) => Number(time) >= 2000 && Number(time) <= 4000)).toBe(true)
    expect(times.size).toBeGreaterThan(5)
  })

  it('are not opened by a HEAD request, nor by somebody who has left already', async () => {
    const { sandbox, cookie } = await newSandbox()
    await unread(cookie).then(({ close }) => close())
    const { GET } = await import('@/app/api/sandbox/events/route')
    const request = (init: RequestInit) =>
      new Request('http://localhost:3000/api/sandbox/events', { headers: { Cookie: cookie }, ...init })
    for (const init of [{ method: 'HEAD' }, { signal: AbortSignal.abort() }]) {
      expect((await GET(request(init), {})).status).toBe(200)
      expect(streamsOf(sandbox.id)).toBe(0)
    }
  })
})
