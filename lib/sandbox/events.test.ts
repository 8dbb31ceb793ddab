import { describe, expect, it } from 'vitest'
import { runShutdown } from '../http/shutdown'
import { DEFAULT_DIALS } from '../strategies/dials'
import { callApi } from '../testing/api'
import type { Exchange } from '../trace/exchange'
import { timelineOf } from '../trace/timeline'
import { eventStream } from './events'
import { perProcess } from './per-process'
import { createSandbox, destroySandbox, type OwnedSandbox } from './sandbox'

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
        found.push([event!, id!, JSON.parse(data!)])
      }
      return found
    },
    async ended() {
      return (await reader.read()).done
    },
    close: () => reader.cancel(),
  }
}

const eventStreamsOf = (sandboxId: string) =>
  perProcess('event-streams', () => new Map<string, Set<unknown>>()).get(sandboxId)?.size ?? 0

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

  it('keeps no more than 4 MiB for a browser that does not read', async () => {
    const { sandbox } = await newSandbox()
    const timeline = timelineOf(sandbox.id)!
    const { body } = eventStream(timeline, new Request('http://localhost/'))!
    const large = { type: 'clock', offsetSeconds: 0, now: 'x'.repeat(1024 * 1024) } as const
    for (let i = 0; i < 3; i++) timeline.publish(large)
    expect(eventStreamsOf(sandbox.id)).toBe(1)
    for (let i = 0; i < 5; i++) timeline.publish(large)
    expect(eventStreamsOf(sandbox.id)).toBe(0)
    await expect(body!.getReader().read()).rejects.toThrow('too slow')
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

  it('are at most 20 a sandbox', async () => {
    const { cookie } = await newSandbox()
    const all = await Promise.all(Array.from({ length: 20 }, () => open(cookie)))
    const refused = await callApi('/api/sandbox/events', { headers: { Cookie: cookie } })
    expect(refused.status).toBe(429)
    expect(refused.headers.get('Retry-After')).toBe('5')
    for (const stream of all) await stream.close()
    await (await open(cookie)).close()
  })

  it('end when the process is told to end', async () => {
    const { cookie } = await newSandbox()
    const stream = await open(cookie)
    await stream.next(3)
    await runShutdown()
    expect(await stream.ended()).toBe(true)
  })
})
