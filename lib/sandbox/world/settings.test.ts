/** The dials of a sandbox: what may be turned, what is kept, and who hears of it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { DEFAULT_DIALS, DIALS, type Dial, type Position } from '@/lib/strategies/dials'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { freshSandbox } from '@/lib/testing/sandbox'
import { timelineOf } from '@/lib/trace/publish/timeline'
import type { TimelineEvent } from '@/lib/trace/publish/timeline-event'
import { forget } from './registry'
import { findSandbox } from './sandbox'
import { changed, readDials, SettingsChange, writeDials } from './settings'

const ALL = STRATEGIES.flatMap((lane) =>
  Object.entries<Dial>(DIALS[lane]).map(([name, dial]): [StrategyName, string, Dial] => [lane, name, dial]),
)

describe('the table', () => {
  it.each(ALL)(
    '%s.%s stands on a strong position that it has',
    (_, __, { values, weak, default: strong }) => {
      expect(values).toContain(strong)
      expect(weak).not.toContain(strong)
      expect(values).toEqual(expect.arrayContaining([...weak]))
    },
  )
})

const aTurn = fc
  .constantFrom(...ALL)
  .chain(([lane, name, { values }]) =>
    fc.constantFrom(...values).map((value) => ({ [lane]: { [name]: value } }) as SettingsChange),
  )

describe('what is stored', () => {
  it('gives the same dials again, however they were turned', () =>
    fc.assert(
      fc.property(fc.array(aTurn, { maxLength: 30 }), (turns) => {
        const dials = turns.reduce(changed, DEFAULT_DIALS)
        expect(readDials(writeDials(dials))).toEqual(dials)
        expect(SettingsChange.safeParse(JSON.parse(writeDials(dials))).success).toBe(true)
        expect(changed(dials, { reset: true })).toEqual(DEFAULT_DIALS)
      }),
    ))

  it('is only what differs', () => {
    expect(writeDials(DEFAULT_DIALS)).toBe('{}')
    expect(writeDials(changed(DEFAULT_DIALS, { jwt: { grace: 5 } }))).toBe('{"jwt":{"grace":5}}')
  })

  it.each([
    '{}',
    '[]',
    'null',
    '{"jwt":5}',
    '{"other":{"a":1}}',
    '{"session":{"idle":61,"gone":true},"cookie":{"protection":null}}',
  ])('of another version is the default: %s', (column) => expect(readDials(column)).toEqual(DEFAULT_DIALS))
})

describe('GET and PATCH /api/sandbox/settings', () => {
  it('lists every dial of every lane with its positions', async () => {
    const { desk } = await freshSandbox()
    const { status, body } = await desk('GET', 'settings')
    expect(status).toBe(200)
    expect(body.settings.session.idle).toEqual({ ...DIALS.session.idle, value: 1800 })
    expect(body.settings.cookie.protection).toEqual({
      value: 'sealed',
      default: 'sealed',
      values: ['sealed', 'signed', 'plain'],
      weak: ['signed', 'plain'],
    })
    for (const [lane, name, dial] of ALL)
      expect(body.settings[lane][name]).toEqual({ ...dial, value: dial.default })
  })

  it.each(ALL)('%s.%s takes each of its positions and none else', async (lane, name, { values }) => {
    const { sandbox, desk } = await freshSandbox()
    for (const value of values) {
      const { status, body } = await desk('PATCH', 'settings', { [lane]: { [name]: value } })
      expect([status, body.settings[lane][name].value]).toEqual([200, value])
      expect((sandbox.dials[lane] as Record<string, Position>)[name]).toBe(value)
    }
    const before = sandbox.dials
    for (const value of ['nowhere', -1, null, [values[0]], {}, `${values[0]} `]) {
      expect(await desk('PATCH', 'settings', { [lane]: { [name]: value } })).toMatchObject({
        status: 422,
        body: {
          code: 'invalid',
          errors: [{ path: `${lane}.${name}`, code: 'invalid_value', allowed: values }],
        },
      })
    }
    expect(sandbox.dials).toBe(before)
  })

  it('names each thing that is wrong, and then changes nothing', async () => {
    const { sandbox, desk } = await freshSandbox()
    const change = { session: { idle: 60, sliding: 'maybe', bogus: 1 }, nolane: {} }
    const { status, body } = await desk('PATCH', 'settings', change)
    expect(status).toBe(422)
    expect(body.errors).toEqual([
      { path: 'session.sliding', code: 'invalid_value', allowed: [true, false] },
      { path: 'session.bogus', code: 'unrecognized_keys' },
      { path: 'nolane', code: 'unrecognized_keys' },
    ])
    expect(sandbox.dials).toEqual(DEFAULT_DIALS)
  })

  it('turns only what is named; resets all; the default needs no row', async () => {
    const { sandbox, desk } = await freshSandbox()
    await desk('PATCH', 'settings', { session: { idle: 60 }, jwt: { grace: 5 } })
    await desk('PATCH', 'settings', { session: { renewal: false } })
    expect(sandbox.dials.session).toMatchObject({ idle: 60, renewal: false, sliding: true })
    const stored = async () => (await db().sandbox.findFirstOrThrow({ where: { id: sandbox.id } })).settings
    expect(JSON.parse(await stored())).toEqual({ session: { idle: 60, renewal: false }, jwt: { grace: 5 } })
    await desk('PATCH', 'settings', { reset: true })
    expect(sandbox.dials).toEqual(DEFAULT_DIALS)
    expect(await stored()).toBe('{}')
  })

  it('tells every tab where all dials stand', async () => {
    const { sandbox, desk } = await freshSandbox()
    const seen: TimelineEvent[] = []
    timelineOf(sandbox.id)!.subscribe((event) => seen.push(event))
    await desk('PATCH', 'settings', { cookie: { protection: 'plain' } })
    const settings = changed(DEFAULT_DIALS, { cookie: { protection: 'plain' } })
    expect(seen.filter(({ type }) => type === 'settings')).toEqual([{ type: 'settings', settings }])
  })

  it('outlives the memory of the process, and stays with its sandbox', async () => {
    const [one, other] = [await freshSandbox(), await freshSandbox()]
    await one.desk('PATCH', 'settings', { cookie: { crossSite: 'none' } })
    forget(one.sandbox.id)
    const found = await findSandbox(one.sandbox.id)
    expect(found).not.toBe(one.sandbox)
    expect(found!.dials.cookie.crossSite).toBe('none')
    expect(other.sandbox.dials).toEqual(DEFAULT_DIALS)
    expect((await freshSandbox()).sandbox.dials).toEqual(DEFAULT_DIALS)
  })

  it('leaves to a request the dials that it began with', async () => {
    const { sandbox, desk } = await freshSandbox()
    const begun = sandbox.dials
    await desk('PATCH', 'settings', { jwt: { denylist: true } })
    expect(begun.jwt.denylist).toBe(false)
    expect(sandbox.dials.jwt.denylist).toBe(true)
  })
})

describe('back to the defaults', () => {
  it.each(ALL)('%s.%s: whoever was locked out signs in again', async (lane, name, { values }) => {
    const world = await freshSandbox()
    for (const value of values) {
      await world.desk('PATCH', 'settings', { [lane]: { [name]: value } })
      const shop = world.client(lane)
      expect((await world.signIn(shop)).status).toBe(200)
      expect((await world.desk('PATCH', 'settings', { reset: true })).status).toBe(200)
      // A Bearer token that is not taken is left out by the page; a cookie rides along and must not stand in the way.
      if ((await shop.get('me')).status === 401) shop.accessToken = null
      expect((await world.signIn(shop)).status).toBe(200)
      expect((await shop.get('me')).body.customer.name).toBe('Mina Park')
    }
  })
})
