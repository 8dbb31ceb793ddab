import { afterEach, describe, expect, it, vi } from 'vitest'
import { DatabaseUnavailable, db } from '@/lib/db/client'
import { env } from '@/lib/process/env'
import { seldom } from '@/lib/process/throttle'
import { freshSandbox } from '@/lib/testing/sandbox'
import { UnfitDatabase } from '@/prisma/examine'
import { bugOf } from './bug'
import { hashedAddress, hashedId } from './ids'
import { log } from './log'
import { tellDatabaseTrouble } from './trouble'

/** What is written to the standard output from here on. */
function listening(level: typeof env.LOG_LEVEL = 'debug') {
  env.LOG_LEVEL = level
  const lines: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    lines.push(String(text))
    return true
  })
  return {
    lines,
    events: () => lines.map((line) => JSON.parse(line)),
    named: (name: string) => lines.map((line) => JSON.parse(line)).filter(({ event }) => event === name),
  }
}

afterEach(() => {
  vi.restoreAllMocks()
  env.LOG_LEVEL = 'silent'
})

describe('a line', () => {
  it('is one object: level, time, event, fields', () => {
    const { lines } = listening()
    log('sandbox_ended', { sandbox: 'a\nb', because: 'owner' })
    expect(lines).toHaveLength(1)
    expect(lines[0]!.indexOf('\n')).toBe(lines[0]!.length - 1)
    expect(JSON.parse(lines[0]!)).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      event: 'sandbox_ended',
      sandbox: 'a\nb',
      because: 'owner',
    })
  })

  it('is left out below the level', () => {
    const { events } = listening('warn')
    log('sandbox_ended', { because: 'owner' })
    log('reuse_alarm', {})
    expect(events().map(({ event }) => event)).toEqual(['reuse_alarm'])
  })
})

describe('names', () => {
  it('are the same for the same thing and do not contain it', () => {
    expect(hashedId('AAAAAAAAAAA')).toBe(hashedId('AAAAAAAAAAA'))
    expect(hashedId('AAAAAAAAAAA')).not.toBe(hashedId('AAAAAAAAAAB'))
    expect(hashedAddress('192.0.2.1')).toMatch(/^[\w-]{12}$/)
    expect(hashedAddress('192.0.2.1')).not.toBe(hashedId('192.0.2.1'))
  })
})

describe('what comes by the thousand', () => {
  it('is written once in ten seconds, with the number that was left out', () => {
    const seen: number[] = []
    const at = performance.now()
    for (let nth = 0; nth < 1000; nth++) seldom('flood', (suppressed) => seen.push(suppressed), at + nth)
    seldom('other', (suppressed) => seen.push(suppressed), at)
    seldom('flood', (suppressed) => seen.push(suppressed), at + 10_001)
    expect(seen).toEqual([0, 0, 999])
  })
})

describe('an unfit database', () => {
  it('is told once, with what is wrong in it, also when a request has met it', () => {
    const { named } = listening()
    const unfit = new UnfitDatabase('newer', ['0099_future'])
    tellDatabaseTrouble(new DatabaseUnavailable(unfit.message, { cause: unfit }))
    tellDatabaseTrouble(unfit)
    expect(named('database_unfit')).toEqual([
      expect.objectContaining({ level: 'error', because: 'newer', names: ['0099_future'] }),
    ])
    expect(named('database_unavailable')).toEqual([])
  })
})

describe('a bug', () => {
  it('is a class and a place, and nothing of the message', () => {
    const found = bugOf(new RangeError('secret'))
    expect(found).toEqual({ name: 'RangeError', at: expect.stringMatching(/^log\.test\.ts:\d+:\d+$/) })
    expect(bugOf('secret')).toEqual({ name: 'string', at: 'unknown' })
  })
})

describe('security events', () => {
  it('of the shop: sign-in, sign-out, refusal, reuse, another site, password', async () => {
    const world = await freshSandbox()
    const { named, lines } = listening()
    const client = world.client('jwt')
    await client.post('sign-in', { email: 'mina@shop.example', password: 'wrong' })
    await world.signIn(client)
    const thief = client.copy()
    await client.post('refresh')
    await thief.post('refresh')
    const session = world.client('session')
    session.present('A'.repeat(43))
    await session.get('cart')
    await session.send('POST', 'sign-in', {}, [['Origin', 'https://other.example']])
    await world.signIn(session)
    await session.post('password', { current: 'no', next: 'long enough for this' })
    await session.post('sign-out')
    const sandbox = hashedId(world.sandbox.id)
    expect(named('sign_in').map(({ strategy, ok }) => [strategy, ok])).toEqual([
      ['jwt', false],
      ['jwt', true],
      ['session', true],
    ])
    expect(named('credential_refused').map(({ reason }) => reason)).toEqual(['reused', 'unknown'])
    expect(named('reuse_alarm')).toMatchObject([{ level: 'warn', sandbox, strategy: 'jwt' }])
    expect(named('cross_site')).toHaveLength(1)
    expect(named('password_changed')).toMatchObject([{ ok: false }])
    expect(named('sign_out')).toMatchObject([{ strategy: 'session' }])
    expect(lines.join('')).not.toContain(world.sandbox.id)
    expect(lines.join('')).not.toContain('mina')
  })

  it('of the owner: dials that are weak now, forced sign-out, keys, purge, the end', async () => {
    const world = await freshSandbox()
    const { events } = listening()
    await world.turn('cookie', { protection: 'plain', httpOnly: true })
    await world.turn('cookie', { protection: 'plain' })
    await world.turn('cookie', { protection: 'sealed' })
    await world.desk('POST', 'force-sign-out', { email: 'mina@shop.example', strategy: 'session' })
    await world.desk('POST', 'acts', { act: 'rotate-keys', strategy: 'jwt', keepPrevious: false })
    await world.desk('POST', 'acts', { act: 'force-sign-out-everyone', strategy: 'jwt' })
    await world.desk('POST', 'acts', { act: 'purge' })
    await world.desk('DELETE', '')
    expect(events().map(({ event }) => event)).toEqual([
      'weak_dial',
      'forced_sign_out',
      'keys_rotated',
      'forced_sign_out',
      'rows_purged',
      'sandbox_ended',
    ])
    expect(events()[0]).toMatchObject({ strategy: 'cookie', dial: 'protection', position: 'plain' })
    expect(await db().sandbox.count({ where: { id: world.sandbox.id } })).toBe(0)
  })
})
