/** A cell that is to be taken away: what it refuses, whom it keeps, and how those are told. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { env } from '@/lib/process/env'
import { callApi, ORIGIN } from '@/lib/testing/api'
import { freshSandbox } from '@/lib/testing/sandbox'
import { timelineOf } from '@/lib/trace/publish/timeline'
import type { TimelineEvent } from '@/lib/trace/publish/timeline-event'
import { endIn, tellDrain } from '@/scripts/drain'
import { drainOf, look } from '../world/drain'

const file = () => join(env.DATA_DIR, 'draining')
const drain = async (end: number | null) => {
  tellDrain(env.DATA_DIR, end)
  await look()
}

beforeEach(() => {
  env.CELL = 'a'
})
afterEach(async () => {
  rmSync(file(), { force: true })
  await look()
  env.CELL = ''
})

function call(path: string, { method = 'GET', cookie = '' } = {}) {
  const headers = { Host: new URL(ORIGIN).host, Origin: ORIGIN, ...(cookie && { Cookie: cookie }) }
  return callApi(path, { method, headers })
}

const health = async (query = '') => {
  const answer = await call(`/api/health${query}`)
  return [answer.status, (await answer.json()).status]
}

describe('while each may live out the day', () => {
  it('nobody new is taken, and health says so to who asks for newcomers', async () => {
    expect([await health(), await health('?newcomers')]).toEqual([
      [200, 'ok'],
      [200, 'ok'],
    ])
    await drain(null)
    expect([await health(), await health('?newcomers')]).toEqual([
      [200, 'draining'],
      [503, 'draining'],
    ])
    const refused = await call('/api/sandbox', { method: 'POST' })
    expect([refused.status, (await refused.json()).code]).toEqual([503, 'draining'])
    expect(refused.headers.getSetCookie()).toEqual([])
  })

  it('whoever is here stays, and is asked for nothing', async () => {
    const world = await freshSandbox()
    await drain(null)
    expect((await world.client('session').add()).status).toBe(200)
    expect((await world.ask('POST', '')).status).toBe(200)
    expect(drainOf()).toEqual({ endsAt: null })
  })

  it('whose sandbox is over is sent on, without the key that would bring the browser back here', async () => {
    const { ownerPair, desk } = await freshSandbox()
    await desk('DELETE', '')
    await drain(null)
    const others = `b-${'k'.repeat(42)}A`
    const sent = await call('/api/sandbox', { method: 'POST', cookie: `${ownerPair}.${others}` })
    expect([sent.status, sent.headers.get('Location')]).toEqual([307, '/api/sandbox'])
    expect(sent.headers.getSetCookie()[0]).toMatch(
      `__Secure-owner=${others}; Path=/api/sandbox; Max-Age=86400`,
    )
    const alone = await call('/api/sandbox', { method: 'POST', cookie: ownerPair })
    expect(alone.headers.getSetCookie()[0]).toMatch('__Secure-owner=; Path=/api/sandbox; Max-Age=0')
  })

  it('goes on until the file is gone', async () => {
    await drain(null)
    rmSync(file())
    await look()
    expect(await health('?newcomers')).toEqual([200, 'ok'])
    expect((await call('/api/sandbox', { method: 'POST' })).status).toBe(201)
  })
})

describe('with an end', () => {
  it('all end then, and open pages are told', async () => {
    const world = await freshSandbox()
    const told: TimelineEvent[] = []
    timelineOf(world.sandbox.id)!.subscribe((event) => void told.push(event))
    const at = Date.now() + 60_000
    await drain(at)
    expect(told).toEqual([{ type: 'ends', at: new Date(at).toISOString() }])
    expect((await world.desk('GET', '')).body.sandbox.expiresAt).toBe(new Date(at).toISOString())
    expect(world.sandbox.ended).toBe(false)
    // Also after it was read from its row again, as after a restart.
    await world.sandbox.reload()
    expect((await world.desk('GET', '')).body.sandbox.expiresAt).toBe(new Date(at).toISOString())
  })

  it('a page that comes later is told as well', async () => {
    const world = await freshSandbox()
    const at = Date.now() + 60_000
    await drain(at)
    const abort = new AbortController()
    const stream = await world.ask('GET', 'events', undefined, abort.signal)
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    while (!text.includes('event: ends')) text += (await reader.read()).value
    expect(text).toContain(`data: {"type":"ends","at":"${new Date(at).toISOString()}"}`)
    abort.abort()
  })

  it('at once: what was there is gone, and its streams with it', async () => {
    const world = await freshSandbox()
    const told: string[] = []
    timelineOf(world.sandbox.id)!.subscribe(({ type }) => void told.push(type))
    await drain(Date.now())
    expect(told).toEqual(['ends', 'reset'])
    expect((await world.client('session').get('cart')).status).toBe(404)
  })

  it('a time that cannot be read sends nobody away', async () => {
    const world = await freshSandbox()
    writeFileSync(file(), 'tomorrow, about noon\n')
    await look()
    expect(drainOf()).toEqual({ endsAt: null })
    expect(world.sandbox.ended).toBe(false)
  })
})

it.each([
  [[], null],
  [['--now'], 5000],
  [['--in', '30s'], 35_000],
  [['--in', '10m'], 605_000],
  [['--in', '2h'], 7_205_000],
  [['--in'], undefined],
  [['--in', '10'], undefined],
  [['--in', '1d'], undefined],
  [['--now', '--in'], undefined],
  [['now'], undefined],
])('%j ends at %s', (words, end) => expect(endIn(words, 5000)).toBe(end))
