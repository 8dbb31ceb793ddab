/** What the support desk can end depends on the dials; what it says must be what then happens. */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { REFRESH_LIFE } from '@/lib/strategies/lifetimes'
import type { Device, StrategyName } from '@/lib/strategies/strategy'
import { type FreshSandbox, freshSandbox } from '@/lib/testing/sandbox'

const NOW = new Date('2026-11-23T10:42:00Z')
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000).toISOString()
const MINA = 'mina@shop.example'

let world: FreshSandbox

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
  world = await freshSandbox()
  return () => vi.useRealTimers()
})

async function signedIn(strategy: StrategyName, device: Device = 'laptop', id = 'mina') {
  const shop = world.client(strategy, device)
  expect((await world.signIn(shop, id)).status).toBe(200)
  return shop
}

async function force(strategy: StrategyName) {
  const { status, body } = await world.desk('POST', 'force-sign-out', { email: MINA, strategy })
  expect(status).toBe(200)
  return body.lanes[strategy]
}

const act = (name: string, more: object) => world.desk('POST', 'acts', { act: name, ...more })
const nothingLeft = (ended: number, because: string) => ({
  reached: true,
  ended,
  credentialsAliveUntil: null,
  because,
})

describe('one customer, cookie', () => {
  it('a number on the server ends all visits of that customer, and nobody else', async () => {
    await world.turn('cookie', { generation: true })
    const [laptop, phone] = [await signedIn('cookie'), await signedIn('cookie', 'phone')]
    const sam = await signedIn('cookie', 'laptop', 'sam')
    const guest = world.client('cookie')
    await guest.add('apple')
    expect(await force('cookie')).toEqual(nothingLeft(0, 'generation_raised'))
    for (const shop of [laptop, phone])
      expect(await shop.get('me')).toMatchObject({ status: 401, body: { code: 'credential_refused' } })
    expect((await sam.get('me')).body.customer.name).toBe('Sam Seo')
    expect((await guest.get('cart')).body.lines).toHaveLength(1)
    expect((await world.desk('GET', 'stored')).body.cookie).toMatchObject([
      { table: 'VisitGeneration', userId: 'mina', generation: 2 },
    ])
  })

  it('a plain visit is refused, and with another number written into it is back', async () => {
    await world.turn('cookie', { generation: true, protection: 'plain' })
    const laptop = await signedIn('cookie')
    expect(await force('cookie')).toEqual(nothingLeft(0, 'generation_raised_alterable'))
    expect((await laptop.get('me')).status).toBe(401)
    const visit = JSON.parse(Buffer.from(laptop.credential!, 'base64url').toString())
    laptop.present(Buffer.from(JSON.stringify({ ...visit, generation: 9 })).toString('base64url'))
    expect((await laptop.get('me')).body.customer.name).toBe('Mina Park')
  })

  it.each(['signed', 'plain'])('a %s visit is reached as little as a sealed one', async (protection) => {
    await world.turn('cookie', { protection })
    const laptop = await signedIn('cookie')
    expect(await force('cookie')).toMatchObject({ reached: false, ended: 0 })
    expect((await laptop.get('me')).status).toBe(200)
  })
})

describe('one customer, jwt', () => {
  it('a list of denied tokens ends the access tokens too, at once', async () => {
    await world.turn('jwt', { denylist: true })
    const [laptop, phone] = [await signedIn('jwt'), await signedIn('jwt', 'phone')]
    const sam = await signedIn('jwt', 'laptop', 'sam')
    expect(await force('jwt')).toEqual(nothingLeft(2, 'tokens_denied'))
    for (const shop of [laptop, phone]) expect((await shop.get('me')).status).toBe(401)
    expect((await sam.get('me')).status).toBe(200)
  })

  it('another key of the customer ends the access tokens of every device, and nobody else’s', async () => {
    await world.turn('jwt', { userKeys: true })
    const [laptop, phone] = [await signedIn('jwt'), await signedIn('jwt', 'phone')]
    const sam = await signedIn('jwt', 'laptop', 'sam')
    expect(await force('jwt')).toEqual(nothingLeft(2, 'user_key_changed'))
    for (const shop of [laptop, phone]) {
      expect((await shop.get('me')).body.code).toBe('credential_refused')
      expect((await shop.post('refresh')).status).toBe(401)
    }
    expect((await sam.get('me')).status).toBe(200)
    const again = await signedIn('jwt')
    expect((await again.get('me')).status).toBe(200)
  })

  it('tokens from before the dial have the key of all, and are refused', async () => {
    const laptop = await signedIn('jwt')
    await world.turn('jwt', { userKeys: true })
    expect((await laptop.get('me')).status).toBe(401)
    expect((await laptop.post('refresh')).status).toBe(200)
    expect((await laptop.get('me')).status).toBe(200)
  })

  it('the list reaches what signed out before there was one', async () => {
    const laptop = await signedIn('jwt')
    const copy = laptop.copy()
    await laptop.post('sign-out')
    await world.turn('jwt', { denylist: true })
    expect((await copy.get('me')).status).toBe(200)
    expect(await force('jwt')).toEqual(nothingLeft(0, 'tokens_denied'))
    expect((await copy.get('me')).status).toBe(401)
  })

  it('an entry of the list is kept as long as any token could live', async () => {
    await world.turn('jwt', { accessLife: 900, tolerance: 30 })
    const laptop = await signedIn('jwt')
    await world.turn('jwt', { denylist: true, accessLife: 10 })
    await force('jwt')
    world.later(929)
    await act('purge-expired', {})
    expect((await laptop.get('me')).body.code).toBe('credential_refused')
    world.later(2)
    expect((await act('purge-expired', {})).body.removed.denied).toBe(1)
    expect((await laptop.get('me')).body.code).toBe('credential_expired')
  })

  it('the tolerance of the clock belongs to the life of a token', async () => {
    await world.turn('jwt', { tolerance: 30 })
    const laptop = await signedIn('jwt')
    expect(await force('jwt')).toMatchObject({ credentialsAliveUntil: after(90) })
    world.later(89)
    expect((await laptop.get('me')).status).toBe(200)
    world.later(2)
    expect((await laptop.get('me')).status).toBe(401)
  })

  it('a sliding token goes on without its family, up to the cap', async () => {
    await world.turn('jwt', { sliding: 'capped' })
    const laptop = await signedIn('jwt')
    expect(await force('jwt')).toEqual({
      reached: true,
      ended: 1,
      credentialsAliveUntil: after(REFRESH_LIFE),
      because: 'access_token_slides_capped',
    })
    for (let slid = 0; slid < 5; slid++) {
      world.later(50)
      expect((await laptop.get('me')).status).toBe(200)
    }
  })

  it('without a cap only the end of the sandbox ends it', async () => {
    await world.turn('jwt', { sliding: 'uncapped' })
    await signedIn('jwt')
    world.later(30)
    expect(await force('jwt')).toMatchObject({
      credentialsAliveUntil: new Date(world.sandbox.expiresAt.getTime() + 30_000).toISOString(),
      because: 'access_token_slides',
    })
  })

  it('of somebody who never signed in finds nothing, whatever the dials', async () => {
    for (const dials of [{ sliding: 'capped' }, { sliding: 'uncapped' }, { denylist: true }]) {
      await world.turn('jwt', dials)
      expect(await force('jwt')).toEqual(nothingLeft(0, 'not_signed_in'))
    }
  })
})

describe('one device', () => {
  it.each(['session', 'jwt'] as const)('%s: that one, and no other', async (strategy) => {
    const [laptop, phone] = [await signedIn(strategy), await signedIn(strategy, 'phone')]
    const { devices } = (await laptop.get('devices')).body
    const { id } = devices.find(({ device }: { device: string }) => device === 'phone')
    const { status, body } = await act('force-sign-out-device', { strategy, id })
    expect(status).toBe(200)
    expect(body).toEqual({
      act: 'force-sign-out-device',
      reached: true,
      ended: 1,
      ...(strategy === 'session'
        ? { credentialsAliveUntil: null, because: 'row_deleted' }
        : { credentialsAliveUntil: after(60), because: 'family_ended_access_token_lives' }),
    })
    expect((await phone.get('me')).status).toBe(strategy === 'session' ? 401 : 200)
    if (strategy === 'jwt') expect((await phone.post('refresh')).status).toBe(401)
    expect((await laptop.get('devices')).body.devices).toHaveLength(1)
  })

  it('jwt, with the list: at once', async () => {
    await world.turn('jwt', { denylist: true })
    const [laptop, phone] = [await signedIn('jwt'), await signedIn('jwt', 'phone')]
    const [{ id }] = (await laptop.get('devices')).body.devices
    expect((await act('force-sign-out-device', { strategy: 'jwt', id })).body.because).toBe('tokens_denied')
    expect([(await laptop.get('me')).status, (await phone.get('me')).status]).toEqual([401, 200])
  })

  it('is not possible where nothing is listed', async () => {
    const answer = await act('force-sign-out-device', { strategy: 'cookie', id: 'x' })
    expect(answer).toMatchObject({ status: 409, body: { code: 'not_possible' } })
  })

  it.each(['session', 'jwt'] as const)('%s: nobody ends one of another sandbox', async (strategy) => {
    const laptop = await signedIn(strategy)
    const [{ id }] = (await laptop.get('devices')).body.devices
    const stranger = await freshSandbox()
    const answer = await stranger.desk('POST', 'acts', { act: 'force-sign-out-device', strategy, id })
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'id', code: 'unknown_device' }] } })
    expect((await laptop.get('devices')).body.devices).toHaveLength(1)
    if (strategy === 'jwt') expect((await laptop.post('refresh')).status).toBe(200)
  })
})

describe('everyone', () => {
  it.each<[StrategyName, Record<string, unknown>, number, string]>([
    ['session', {}, 3, 'row_deleted'],
    ['jwt', {}, 3, 'families_ended_key_changed'],
    ['jwt', { algorithm: 'EdDSA' }, 3, 'families_ended_key_changed'],
    ['jwt', { sliding: 'uncapped' }, 3, 'families_ended_key_changed'],
    ['cookie', {}, 0, 'key_changed'],
    ['cookie', { protection: 'signed' }, 0, 'key_changed'],
  ])('%s %o: guests too, and this sandbox alone', async (strategy, dials, ended, because) => {
    const elsewhere = await freshSandbox()
    const stranger = elsewhere.client(strategy)
    await elsewhere.signIn(stranger)
    await world.turn(strategy, dials as Record<string, unknown>)
    const guest = world.client(strategy)
    await guest.add('apple')
    const shops = [guest, await signedIn(strategy), await signedIn(strategy, 'phone', 'sam')]
    expect((await act('force-sign-out-everyone', { strategy })).body).toEqual({
      act: 'force-sign-out-everyone',
      ...nothingLeft(ended, because),
    })
    for (const shop of shops) expect((await shop.get('me')).status).toBe(401)
    if (strategy === 'jwt') for (const shop of shops) expect((await shop.post('refresh')).status).toBe(401)
    expect((await stranger.get('me')).status).toBe(200)
    await signedIn(strategy)
  })

  it('is not possible where no key is used and nothing is remembered', async () => {
    await world.turn('cookie', { protection: 'plain' })
    const laptop = await signedIn('cookie')
    for (const [name, more] of [
      ['force-sign-out-everyone', {}],
      ['rotate-keys', { keepPrevious: false }],
    ] as const)
      expect(await act(name, { strategy: 'cookie', ...more })).toMatchObject({
        status: 409,
        body: { code: 'not_possible' },
      })
    expect((await laptop.get('me')).status).toBe(200)
  })

  it('plain with a number per customer: who is signed in is out, guests stay', async () => {
    await world.turn('cookie', { protection: 'plain', generation: true })
    const guest = world.client('cookie')
    await guest.add('apple')
    const laptop = await signedIn('cookie')
    const { body } = await act('force-sign-out-everyone', { strategy: 'cookie' })
    expect(body.because).toBe('generation_raised_alterable')
    expect([(await guest.get('cart')).status, (await laptop.get('me')).status]).toEqual([200, 401])
  })
})

describe('purge', () => {
  it('of what has expired leaves what lives', async () => {
    await world.turn('session', { idle: 60 })
    await world.turn('jwt', { refresh: 'none' })
    const [session, jwt] = [await signedIn('session'), await signedIn('jwt')]
    world.later(61)
    const alive = await signedIn('session', 'phone')
    expect((await act('purge-expired', {})).body.removed).toEqual({
      sessions: 1,
      families: 1,
      carts: 0,
      denied: 0,
      generations: 0,
      userKeys: 0,
    })
    expect((await session.get('me')).body.code).toBe('credential_refused')
    expect((await jwt.get('me')).body.code).toBe('credential_expired')
    expect((await alive.get('me')).status).toBe(200)
  })

  it('of everything forgets refusals too', async () => {
    await world.turn('cookie', { generation: true })
    await world.turn('jwt', { denylist: true })
    const [cookie, jwt] = [await signedIn('cookie'), await signedIn('jwt')]
    await force('cookie')
    await force('jwt')
    expect([(await cookie.get('me')).status, (await jwt.get('me')).status]).toEqual([401, 401])
    expect((await act('purge', {})).body.removed).toMatchObject({ denied: 1, generations: 1 })
    expect([(await cookie.get('me')).status, (await jwt.get('me')).status]).toEqual([200, 200])
  })
})

describe('a raw id', () => {
  it('leaves unasked only masked', async () => {
    await world.turn('session', { storedId: 'raw' })
    const laptop = await signedIn('session')
    const masked = JSON.stringify((await world.desk('GET', 'stored')).body)
    expect(masked).not.toContain(laptop.credential!.slice(0, 8))
    const revealed = (await world.desk('GET', 'stored?reveal=1')).body
    expect(revealed.session[0].idHash).toBe(laptop.credential)
  })
})
