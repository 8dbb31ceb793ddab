import { afterEach, describe, expect, it, vi } from 'vitest'
import { callApi, ORIGIN } from '@/lib/testing/api'
import { anExchange } from '@/lib/testing/exchanges'
import { Har } from '@/lib/testing/har-schema'
import { timelineOf } from '@/lib/trace/publish/timeline'
import { createSandbox } from '../world/sandbox'

async function newSandbox(exchanges: number) {
  const { sandbox, ownerToken } = await createSandbox()
  const timeline = timelineOf(sandbox.id)!
  const cookie = `__Secure-owner=${ownerToken}`
  const append = (count: number) => {
    for (let n = 0; n < count; n++) {
      const { id: _, seq: __, ...draft } = anExchange({})
      timeline.append(draft)
    }
  }
  append(exchanges)
  const open = (signal?: AbortSignal) =>
    callApi('/api/sandbox/exchanges.har', { headers: { Cookie: cookie }, signal })
  return { append, open, cookie }
}

afterEach(() => vi.useRealTimers())

describe('a HAR file', () => {
  it('is whole for who reads it', async () => {
    const { open } = await newSandbox(30)
    const har = Har.parse(await (await open()).json())
    expect(har.log.entries).toHaveLength(30)
    expect(har.log).not.toHaveProperty('_letGoMeanwhile')
  })

  it('keeps nothing for who does not: it says how many the ring has let go meanwhile', async () => {
    const { open, append } = await newSandbox(100)
    const { body } = await open()
    const reader = body!.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    for (let n = 0; n < 11; n++) text += (await reader.read()).value
    append(450)
    for (let got = await reader.read(); !got.done; got = await reader.read()) text += got.value
    const { log } = Har.parse(JSON.parse(text))
    const { _letGoMeanwhile: missing } = log as unknown as { _letGoMeanwhile: number }
    expect(missing).toBeGreaterThan(30)
    expect(log.entries.length + missing).toBe(100)
  })

  it('is broken off when nobody has read for half a minute', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { open } = await newSandbox(30)
    const reader = (await open()).body!.getReader()
    for (let n = 0; n < 10; n++) {
      vi.advanceTimersByTime(29_000)
      expect((await reader.read()).done).toBe(false)
    }
    vi.advanceTimersByTime(30_000)
    await expect(reader.read()).rejects.toThrow('too slow')
  })

  it('is made for four at a time in one sandbox, and for others all the same', async () => {
    const { open } = await newSandbox(3)
    const gone = new AbortController()
    const four = await Promise.all([open(), open(gone.signal), open(), open()])
    const refused = await open()
    expect([refused.status, (await refused.json()).code]).toEqual([429, 'too_many'])
    expect(refused.headers.get('Retry-After')).toBe('5')
    expect((await (await newSandbox(3)).open()).status).toBe(200)
    gone.abort()
    await four[2]!.json()
    await four[3]!.body!.cancel()
    const three = await Promise.all([open(), open(), open()])
    expect(three.map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await open()).status).toBe(429)
  })

  it('takes no place for a HEAD request, nor for who has left already', async () => {
    const { open, cookie } = await newSandbox(3)
    const { GET } = await import('@/app/api/sandbox/exchanges.har/route')
    const head = () =>
      GET(
        new Request(`${ORIGIN}/api/sandbox/exchanges.har`, { method: 'HEAD', headers: { Cookie: cookie } }),
        {},
      )
    for (let n = 0; n < 6; n++) {
      const { status, body } = await head()
      expect([status, body]).toEqual([200, null])
      expect((await open(AbortSignal.abort())).status).toBe(200)
    }
  })
})
