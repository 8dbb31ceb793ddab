/** What the texts of the labs say beyond the verdicts: numbers that were measured. */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { StrategyName } from '@/lib/strategies/strategy'
import { labServer } from '@/lib/testing/lab-server'
import { freshSandbox } from '@/lib/testing/sandbox'
import { labOf } from './index'
import { positionOf } from './lab'
import { Run } from './run/run'
import { PHONE } from './workbench/put-in'

labServer()

// Time stands still but for the turns of a room's clock: what a slow machine takes for the requests between is no part of a number.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  return () => vi.useRealTimers()
})

async function factsOf(slug: string, position: string) {
  const lab = labOf(slug)!
  const { sandbox } = await freshSandbox()
  const run = new Run(sandbox, lab, positionOf(lab, position)!, () => {})
  await run.open()
  await run.playAll()
  const { findings, sent } = run.report()
  await run.close()
  const facts = (lane: StrategyName, moment: string) =>
    findings.find((finding) => finding.lane === lane && finding.moment === moment)!.facts
  return { facts, sent }
}

describe('X02', () => {
  it('asks on one connection, one request after the other', async () => {
    const { facts } = await factsOf('x02-amnesia', 'default')
    for (const lane of ['cookie', 'session', 'jwt'] as const) {
      const before = facts(lane, 'with')
      expect(before.connection).toBeGreaterThan(0)
      expect(facts(lane, 'without')).toEqual({
        connection: before.connection,
        nth: Number(before.nth) + 1,
      })
    }
    // Left alone, not looked at: the row of Mina's sign-in; then one for each forgotten add.
    expect(facts('session', 'sign-in-needed')).toEqual({ sessions: 1 })
    expect(facts('session', 'forgetting')).toMatchObject({ sessions: 3 })
    expect(facts('jwt', 'forgetting')).toMatchObject({ families: 3 })
  })
})

describe('X04', () => {
  const lines = async (position: string) => {
    const { facts } = await factsOf('x04-wall', position)
    const { lines, octets } = facts('cookie', 'two-hundred-lines')
    expect(octets).toBeLessThanOrEqual(4096)
    return Number(lines)
  }

  it('fits fewest lines sealed, more signed, most plain, and far more ids', async () => {
    const sealed = await lines('whole-lines')
    const signed = await lines('whole-lines-signed')
    const plain = await lines('whole-lines-plain')
    expect(sealed).toBeGreaterThan(30)
    expect(signed).toBeGreaterThan(sealed)
    expect(plain).toBeGreaterThan(signed)
    expect(await lines('default')).toBeGreaterThan(3 * plain)
  })

  it('as Bearer: a token grows past what a cookie could hold', async () => {
    const { facts } = await factsOf('x04-wall', 'cart-in-token')
    expect(facts('jwt', 'two-hundred-lines').octets).toBeGreaterThan(4096)
    expect(facts('jwt', 'long-head')).toEqual({ head: 17_000, status: 431 })
  })
})

describe('X06', () => {
  it('stays within sixty requests a lane, and finds no key of a room', async () => {
    const { facts, sent } = await factsOf('x06-tamper', 'default')
    for (const lane of ['cookie', 'session', 'jwt'] as const)
      expect(sent.filter((line) => line.lane === lane).length).toBeLessThanOrEqual(60)
    expect(facts('jwt', 'weak-key')).toMatchObject({ triesHere: 0 })
    expect(facts('jwt', 'careless')).toEqual({ tried: 4, careless: 4, strict: 0 })
    expect(facts('jwt', 'put-in')).toEqual({ phone: PHONE })
    expect(facts('cookie', 'put-in')).toEqual({ phone: '' })
  })
})

describe('X07', () => {
  it('turns the clock to the declared ends', async () => {
    const { facts, sent } = await factsOf('x07-expiry', 'default')
    expect(facts('cookie', 'unused')).toEqual({ seconds: 43_200 })
    expect(facts('session', 'unused')).toEqual({ seconds: 1800 })
    expect(facts('jwt', 'unused')).toEqual({ seconds: 60 })
    for (const lane of ['cookie', 'session', 'jwt'] as const)
      expect(sent.filter((line) => line.lane === lane).length).toBeLessThanOrEqual(60)
  })
})

describe('X16', () => {
  it('reads a name in the access token and nothing in the refresh token', async () => {
    const { facts } = await factsOf('x16-refresh', 'default')
    expect(facts('jwt', 'refresh-read')).toEqual({ characters: 43, subject: 'mina' })
    expect(facts('session', 'refresh-read')).toEqual({ characters: 43, subject: '' })
  })
})

describe('X22', () => {
  it('counts a hundred requests in ten minutes, and what they leave', async () => {
    const { facts, sent } = await factsOf('x22-load', 'default')
    const who = (lane: StrategyName) => facts(lane, 'who-reads')
    expect(who('cookie')).toMatchObject({ requests: 50, reads: 0, refreshes: 0 })
    expect(who('session')).toMatchObject({ requests: 50, reads: 50, plainReads: 50, refreshes: 0 })
    // Five minutes, and a token of a minute.
    expect(who('jwt')).toMatchObject({ requests: 50, reads: 4, plainReads: 0, refreshes: 4 })
    expect(facts('jwt', 'who-writes')).toMatchObject({ writes: 8, refreshReads: 4, refreshWrites: 8 })
    expect(facts('session', 'who-writes')).toMatchObject({ writes: 4 })
    expect(facts('session', 'kept')).toMatchObject({ rows: 1, spent: 0 })
    expect(facts('jwt', 'kept')).toMatchObject({ rows: 12, spent: 10 })
    expect(facts('cookie', 'kept')).toMatchObject({ rows: 0, octets: 0 })
    // Of fifty alike, the first and the last.
    for (const lane of ['cookie', 'session', 'jwt'] as const)
      expect(sent.filter((line) => line.lane === lane && line.act === 'ask').length).toBeLessThanOrEqual(4)
  })
})

describe('X23', () => {
  it('hides the popup until midnight in Korea, which is 15:00 GMT', async () => {
    const { facts } = await factsOf('x23-remember-me', 'default')
    for (const lane of ['cookie', 'session', 'jwt'] as const) {
      const { seconds, expires } = facts(lane, 'popup-today')
      expect(expires).toMatch(/ 15:00:00 GMT$/)
      expect(seconds).toBeGreaterThan(0)
      expect(seconds).toBeLessThanOrEqual(86_400)
    }
  })
})

describe('X18', () => {
  const seconds = async (position: string, moment: string, lane: StrategyName = 'jwt') =>
    (await factsOf('x18-single-sign-on', position)).facts(lane, moment).seconds

  it('counts the lives that were set, and what jose keeps keys for', async () => {
    const { facts } = await factsOf('x18-single-sign-on', 'default')
    const lives = (['cookie', 'session', 'jwt'] as const).map((lane) => facts(lane, 'out-there').seconds)
    expect(lives).toEqual([28_800, 28_800, 300])
    expect(facts('jwt', 'removed-key')).toEqual({ seconds: 600 })
    expect(facts('jwt', 'strange-kids')).toEqual({ tokens: 10, questions: 1 })
    expect(await seconds('keys-each-minute', 'new-key')).toBe(60)
    expect(await seconds('keys-each-minute', 'removed-key')).toBe(60)
    expect(await seconds('short', 'out-there')).toBe(60)
  })

  it('asks once for each request, and once for each made-up token', async () => {
    const { facts } = await factsOf('x18-single-sign-on', 'introspection')
    for (const lane of ['cookie', 'session', 'jwt'] as const)
      expect(facts(lane, 'questions')).toEqual({ questions: 5 })
    expect(facts('jwt', 'strange-kids')).toEqual({ tokens: 10, questions: 10 })
  })
})

describe('X19', () => {
  it('leaves a row at each request of a guest where there is no jar', async () => {
    const rows = async (position: string) => {
      const { facts } = await factsOf('x19-native-client', position)
      return (['cookie', 'session', 'jwt'] as const).map((lane) => facts(lane, 'rows-left').rows)
    }
    expect(await rows('default')).toEqual([0, 1, 1])
    expect(await rows('no-jar')).toEqual([0, 5, 1])
  })

  it('loses the cart of a cookie that is copied once', async () => {
    const { facts } = await factsOf('x19-native-client', 'by-hand')
    expect((['cookie', 'session', 'jwt'] as const).map((lane) => facts(lane, 'cart').lines)).toEqual([
      0, 3, 3,
    ])
  })
})

describe('X09', () => {
  it('bound to a key: each way of a thief is refused for its own reason, and its owner gets in until the end', async () => {
    const { facts } = await factsOf('x09-theft', 'bound')
    const told = (moment: string) => facts('jwt', moment)
    for (const moment of ['at-once', 'after-sign-out', 'after-forced'])
      expect(told(moment)).toEqual({ owner: 200, tried: 5, faults: 'none, key, seen, request, age' })
    expect(told('one-life-later')).toMatchObject({ owner: 401 })
  })

  it('through a BFF: the shop never takes the copy, and a forced sign-out reaches it when the access token ends', async () => {
    const { facts, sent } = await factsOf('x09-theft', 'bff')
    for (const moment of ['at-once', 'after-sign-out', 'after-forced'])
      expect([moment, facts('jwt', moment)]).toEqual([moment, { seconds: 60, shop: 401 }])
    expect(facts('jwt', 'one-life-later')).toEqual({ seconds: 0, shop: 401 })
    expect(sent.filter(({ answeredBy }) => answeredBy === undefined)).toHaveLength(4)
    expect(new Set(sent.map(({ answeredBy }) => answeredBy))).toEqual(new Set(['BFF', undefined]))
  })
})

describe('X17', () => {
  const sent = async (position: string) => (await factsOf('x17-cluster', position)).facts('session', 'copies')

  it('asks the nodes in turn, and counts what one add sends on', async () => {
    const { facts } = await factsOf('x17-cluster', 'default')
    expect(facts('session', 'next-node')).toEqual({ in: 1, of: 3, nodes: '2, 3, 1' })
    expect(facts('jwt', 'next-node')).toMatchObject({ in: 3, of: 3 })
    expect(facts('session', 'node-killed')).toEqual({ node: 2, tried: '1, 2' })
    expect(facts('session', 'copies')).toMatchObject({ nodes: 0, stores: 0, bytes: 0 })
    expect(await sent('copies')).toMatchObject({ nodes: 2, stores: 0, reads: 0 })
    expect(await sent('blob')).toMatchObject({ nodes: 0, stores: 1, reads: 1 })
  })

  it('sends twice as many octets to a session server with its copy', async () => {
    const [alone, both] = [await sent('server'), await sent('server-copy')]
    expect([alone.stores, both.stores]).toEqual([1, 2])
    expect(Number(both.bytes) / Number(alone.bytes)).toBeCloseTo(2, 1)
  })
})
