import { beforeAll, describe, expect, it } from 'vitest'
import { type FreshSandbox, freshSandbox } from '@/lib/testing/sandbox'
import type { Exchange } from '../model/exchange'
import { timelineOf } from './timeline'

describe('exchanges', () => {
  const SECRET = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ'
  let world: FreshSandbox
  let ids: string[]
  beforeAll(async () => {
    world = await freshSandbox()
    const timeline = timelineOf(world.sandbox.id)!
    ids = [1, 2, 3].map(() => timeline.append(exchangeWith(SECRET)).id)
  })

  it('are listed after a number, masked', async () => {
    const { status, body } = await world.desk('GET', 'exchanges?after=1')
    expect(status).toBe(200)
    expect(body).toMatchObject({ latest: 3, dropped: 0, epoch: ids[0]!.replace(/-1$/, '') })
    expect(body.exchanges.map(({ id }: { id: string }) => id)).toEqual(ids.slice(1))
    expect(JSON.stringify(body)).toContain(`__Secure-session=${SECRET.slice(0, 6)}`)
    expect(JSON.stringify(body)).not.toContain(SECRET.slice(0, 8))
    expect((await world.desk('GET', 'exchanges?after=3')).body.exchanges).toEqual([])
    expect((await world.desk('GET', 'exchanges')).body.exchanges).toHaveLength(3)
  })

  it('come a page at a time, and none is left out', async () => {
    const many = await freshSandbox()
    const timeline = timelineOf(many.sandbox.id)!
    const large = exchangeWith('a')
    large.request.headers.push(['X-Long', 'x'.repeat(15_000)])
    for (let nth = 0; nth < 150; nth++) timeline.append({ ...(nth < 110 ? exchangeWith('a') : large) })
    const pages: number[] = []
    for (let after = 0, more = true; more; ) {
      const { body } = await many.desk('GET', `exchanges?after=${after}`)
      pages.push(body.exchanges.length)
      expect(body.exchanges[0].seq).toBe(after + 1)
      expect(JSON.stringify(body).length).toBeLessThan(600 * 1024)
      after = body.exchanges.at(-1).seq
      more = body.more
    }
    expect(pages).toHaveLength(3)
    expect(pages[0]).toBe(100)
    expect(pages.reduce((sum, count) => sum + count)).toBe(150)
  })

  it('come whole one by one, to their owner alone', async () => {
    const { status, body } = await world.desk('GET', `exchanges/${ids[1]}`)
    expect(status).toBe(200)
    expect(body.request.headers).toEqual([['Cookie', `__Secure-session=${SECRET}`]])
    const stranger = await freshSandbox()
    expect((await stranger.desk('GET', `exchanges/${ids[1]}`)).status).toBe(404)
    expect((await stranger.desk('GET', 'exchanges')).body.exchanges).toEqual([])
    expect((await stranger.desk('GET', 'exchanges.har?reveal=1')).body.log.entries).toEqual([])
  })

  it('are exported as HAR, masked unless asked for', async () => {
    const masked = await world.desk('GET', 'exchanges.har')
    expect(masked).toMatchObject({ status: 200, body: { log: { version: '1.2' } } })
    expect(masked.body.log.entries).toHaveLength(3)
    expect(JSON.stringify(masked.body)).not.toContain(SECRET.slice(0, 8))
    const revealed = await world.desk('GET', 'exchanges.har?reveal=1')
    expect(JSON.stringify(revealed.body)).toContain(SECRET)
  })

  it('are gone with their sandbox', async () => {
    const ended = await freshSandbox()
    await ended.desk('DELETE', '../sandbox')
    expect(timelineOf(ended.sandbox.id)).toBeNull()
  })
})

function exchangeWith(secret: string): Omit<Exchange, 'id' | 'seq'> {
  const at = '2026-11-23T10:42:00.000Z'
  const target = '/api/session/AAAAAAAAAAA/laptop/cart'
  const headers: [string, string][] = [['Cookie', `__Secure-session=${secret}`]]
  return {
    at,
    sandboxAt: at,
    strategy: 'session',
    device: 'laptop',
    action: 'cart.read',
    completed: true,
    request: { method: 'GET', target, httpVersion: '1.1', headers, headBytes: 90, bodyBytes: 0 },
    response: null,
    sent: null,
    answered: null,
    connection: { id: 1, nth: 1 },
    credential: { status: 'valid', reason: null, email: null, expiresAt: null },
    problem: null,
    steps: [],
    stored: { before: [], after: [] },
    exposures: [],
    cost: { reads: 1, writes: 0, micros: 100 },
  }
}
