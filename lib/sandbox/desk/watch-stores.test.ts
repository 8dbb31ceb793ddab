/** What an act from outside of the lanes changed in the stores is told with it: before and after, of every lane. */
import { beforeEach, describe, expect, it } from 'vitest'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { type FreshSandbox, freshSandbox } from '@/lib/testing/sandbox'
import type { Artifact } from '@/lib/trace/model/artifact'
import type { StoredChange } from '@/lib/trace/model/stored-changes'
import { closeTimeline } from '@/lib/trace/publish/timeline'

const EMAIL = 'mina@shop.example'
let world: FreshSandbox

beforeEach(async () => {
  world = await freshSandbox()
})

const signInEverywhere = async () => {
  for (const strategy of STRATEGIES) await world.signIn(world.client(strategy))
}
const force = async () => (await world.desk('POST', 'force-sign-out', { email: EMAIL })).body
const act = (body: object) => world.desk('POST', 'acts', body)
const acts = async () => (await world.desk('GET', 'exchanges')).body.acts
const lastAct = async () => (await acts()).at(-1)

const names = ({ before, after }: StoredChange) => [
  before.map(({ name }) => name).sort(),
  after.map(({ name }) => name).sort(),
]
const field = (all: Artifact[], thing: string, name: string) =>
  all.find((one) => one.name === thing)?.contents.find((one) => one.name === name)?.value

describe('a forced sign-out tells', () => {
  it('the row that is gone and the family that has ended, and of the cookie lane nothing', async () => {
    await signInEverywhere()
    const { changed, at } = await force()
    expect(Object.keys(changed).sort()).toEqual(['jwt', 'session'])
    expect(names(changed.session)).toEqual([['Session'], []])
    expect(field(changed.session.before, 'Session', 'userId')).toBe('mina')
    const { before, after } = changed.jwt
    expect(field(before, 'RefreshFamily', 'endedAt')).toBe('NULL')
    expect(field(after, 'RefreshFamily', 'endedBecause')).toBe('forced')
    expect(field(after, 'RefreshFamily', 'endedAt')! >= at).toBe(true)
  })

  it('the same in the list, and to whoever listens', async () => {
    await signInEverywhere()
    const { changed } = await force()
    expect((await world.desk('GET', 'exchanges')).body.desk[0].changed).toEqual(changed)
  })

  it('what the database had, where this process has seen nothing of it', async () => {
    await signInEverywhere()
    closeTimeline(world.sandbox.id)
    const { changed } = await force()
    expect(names(changed.session)).toEqual([['Session'], []])
    expect(field(changed.jwt.before, 'RefreshFamily', 'endedAt')).toBe('NULL')
  })

  it('nothing where nobody was signed in', async () => {
    expect((await force()).changed).toEqual({})
  })

  it('no id that signs in', async () => {
    await world.turn('session', { storedId: 'raw' })
    await signInEverywhere()
    const raw = (await world.desk('GET', 'stored?reveal=1')).body.session[0].idHash
    expect(raw.length).toBeGreaterThan(20)
    const { changed } = await force()
    expect(changed.session.before).toHaveLength(1)
    expect(JSON.stringify(changed)).not.toContain(raw)
    await world.turn('session', { storedId: 'hashed' })
    expect(JSON.stringify(await acts())).not.toContain(raw)
  })
})

describe('other acts tell', () => {
  it('which key went and which came', async () => {
    await act({ act: 'rotate-keys', strategy: 'jwt', keepPrevious: false })
    const { changed } = await lastAct()
    expect(Object.keys(changed)).toEqual(['jwt'])
    expect(names(changed.jwt)).toEqual([['signing key 1'], ['signing key 2']])
  })

  it('every row that was removed', async () => {
    await signInEverywhere()
    await act({ act: 'purge' })
    const { changed } = await lastAct()
    expect(names(changed.session)).toEqual([['Session'], []])
    expect(names(changed.jwt)[1]).toEqual([])
    expect(names(changed.jwt)[0]).toContain('RefreshFamily')
  })

  it('what the shop knows of a customer, which is of no lane', async () => {
    await act({ act: 'promote', email: EMAIL })
    const { changed } = await lastAct()
    expect(Object.keys(changed)).toEqual(['shop'])
    expect(field(changed.shop.before, 'User', 'role')).toBe('customer')
    expect(field(changed.shop.after, 'User', 'role')).toBe('support')
    expect(JSON.stringify(changed)).not.toMatch(/password/i)
  })

  it('that memory is no store', async () => {
    await signInEverywhere()
    await act({ act: 'restart' })
    expect((await lastAct()).changed).toEqual({})
  })

  it('from where a dial and a clock were turned', async () => {
    await world.turn('jwt', { accessLife: 10 })
    expect(await lastAct()).toMatchObject({
      dials: [{ name: 'accessLife', was: 60, value: 10 }],
      changed: {},
    })
    await world.desk('POST', 'clock', { advanceSeconds: 30 })
    await world.desk('POST', 'clock', { advanceSeconds: 900 })
    expect(await lastAct()).toMatchObject({ wasOffsetSeconds: 30, offsetSeconds: 930, changed: {} })
  })

  it('another kind of key, with the dial that asks for it', async () => {
    await world.turn('jwt', { algorithm: 'EdDSA' })
    const { changed } = await lastAct()
    expect(names(changed.jwt)).toEqual([['signing key 1'], ['signing key 1e', 'verification key 1e']])
  })

  it('only of the newest: it is bounded', async () => {
    for (let n = 0; n < 60; n++) {
      await signInEverywhere()
      await act({ act: 'purge' })
    }
    const told: { changed?: object }[] = await acts()
    expect(told).toHaveLength(60)
    expect(told.at(-1)!.changed).toHaveProperty('session')
    expect(told[0]!.changed).toBeUndefined()
    const kept = JSON.stringify(told.flatMap(({ changed }) => changed ?? []))
    expect(kept.length).toBeLessThan(128 * 1024)
  })
})
