/** Real requests through the real shop: what the trace says must be what happened. */
import { describe, expect, test, vi } from 'vitest'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { secretsOf, watchedShop } from '@/lib/testing/watched-shop'
import type { Artifact } from '../model/artifact'
import type { Exchange } from '../model/exchange'
import { timelineOf } from '../publish/timeline'

const shop = watchedShop()
const { client, nextExchange } = shop

const steps = ({ steps: all }: Exchange) =>
  all.map(({ port, operation, ok }) => `${port}.${operation}${ok ? '' : '!'}`)
const names = (artifacts: Artifact[]) =>
  artifacts.map(({ name, device }) => (device ? `${name}, ${device}` : name))
const named = (artifacts: Artifact[], name: string) => artifacts.find((one) => one.name === name)
const field = (artifact: Artifact | undefined, name: string) =>
  artifact?.contents.find((one) => one.name === name)?.value

describe('cookie', () => {
  test('a guest adds, reads, signs in and out', async () => {
    const laptop = client('cookie')
    const added = await laptop.add()
    expect(steps(added)).toEqual(['cookies.read!', 'seals.seal', 'cookies.write'])
    expect(names(added.stored.before)).toEqual(['sealing key 1'])
    expect(names(added.stored.after)).toEqual(['__Secure-visit, laptop', 'sealing key 1'])
    expect(field(named(added.stored.after, '__Secure-visit'), 'cart')).toBe('{"apple":1}')
    expect(added.cost).toMatchObject({ reads: 0, writes: 0 })

    const read = await laptop.get('cart')
    expect(steps(read)).toEqual(['cookies.read', 'seals.unseal'])
    expect(read.stored.after).toBe(read.stored.before)
    expect(read.credential).toMatchObject({ status: 'valid', reason: null, email: null })

    const signedIn = await laptop.signIn()
    expect(field(named(signedIn.stored.after, '__Secure-visit'), 'customer.email')).toBe('mina@shop.example')
    const me = await laptop.get('me')
    expect(me.credential).toMatchObject({ status: 'valid', email: 'mina@shop.example' })
    expect(me.credential.expiresAt).toBe(named(me.stored.after, '__Secure-visit')!.expiresAt)

    const out = await laptop.post('sign-out')
    expect(names(out.stored.after)).toEqual(['sealing key 1'])
  })

  test('a broken seal is refused, and worth nothing in the browser', async () => {
    const laptop = client('cookie')
    await laptop.add()
    const text = laptop.held.credential!
    laptop.held.present(`${text.slice(0, -4)}${text.at(-4) === 'x' ? 'y' : 'x'}${text.slice(-3)}`)
    const refused = await laptop.get('cart')
    expect(refused).toMatchObject({
      problem: 'credential_refused',
      credential: { status: 'refused', reason: 'not_authentic' },
    })
    expect(named(refused.stored.after, '__Secure-visit')).toMatchObject({ ended: true })
    expect(refused.credential.expiresAt).toBeNull()
  })
})

describe('session', () => {
  test('a guest adds, reads and signs in', async () => {
    const laptop = client('session')
    const added = await laptop.add()
    expect(steps(added)).toEqual(['cookies.read!', 'sessionIds.make', 'sessions.insert', 'cookies.write'])
    expect(added.stored.before).toEqual([])
    expect(names(added.stored.after)).toEqual(['__Secure-session, laptop', 'Session, laptop'])
    const [cookie, row] = added.stored.after
    expect(cookie).toMatchObject({ backedBy: row!.id, ended: false, expiresAt: row!.expiresAt })
    expect(added.cost).toMatchObject({ reads: 0, writes: 1 })

    const read = await laptop.get('cart')
    expect(steps(read)).toEqual(['cookies.read', 'sessionIds.hash', 'sessions.find'])
    expect(read.stored.after).toBe(read.stored.before)
    expect(read.cost).toMatchObject({ reads: 1, writes: 0 })

    const again = await laptop.add()
    expect(again.cost).toMatchObject({ reads: 1, writes: 1 })
    expect(field(named(again.stored.before, 'Session'), 'cart')).toBe('{"apple":1}')
    expect(field(named(again.stored.after, 'Session'), 'cart')).toBe('{"apple":2}')

    const signedIn = await laptop.signIn()
    expect(signedIn.stored.before.map(({ id }) => id)).not.toEqual(signedIn.stored.after.map(({ id }) => id))
    expect(names(signedIn.stored.after)).toEqual(['__Secure-session, laptop', 'Session, laptop'])
    expect(field(named(signedIn.stored.after, 'Session'), 'userId')).toBe('mina')
  })

  test('the snapshot is what lies in the database', async () => {
    const laptop = client('session')
    await laptop.signIn()
    const { stored } = await laptop.add()
    const { session } = (await shop.world.desk('GET', 'stored')).body
    const row = named(stored.after, 'Session')!
    for (const { name, value } of row.contents)
      if (name !== 'cart') expect(value).toBe(session[0][name] === null ? 'NULL' : String(session[0][name]))
    expect(session).toHaveLength(1)
  })

  test('after a forced sign-out the cookie is still there, the row is not', async () => {
    const laptop = client('session')
    const phone = client('session', 'phone')
    await laptop.signIn()
    const before = await phone.signIn()
    expect(names(before.stored.after)).toEqual([
      '__Secure-session, phone',
      'Session, laptop',
      'Session, phone',
    ])
    await shop.world.desk('POST', 'force-sign-out', { email: 'mina@shop.example' })
    const refused = await laptop.get('me')
    expect(names(refused.stored.before)).toEqual(['__Secure-session, laptop'])
    expect(refused.stored.before[0]).toMatchObject({ ended: true, expiresAt: null })
    expect(refused.credential).toEqual({ status: 'refused', reason: 'unknown', email: null, expiresAt: null })
    expect(refused.exposures[0]!.cells['next-person']).toEqual({
      abilities: [],
      because: 'ended',
      until: null,
    })
  })
})

describe('jwt', () => {
  test('a guest adds, reads, refreshes', async () => {
    const laptop = client('jwt')
    const added = await laptop.add()
    expect(names(added.stored.after)).toEqual([
      '__Secure-refresh, laptop',
      'access token, laptop',
      'signing key 1',
      'Cart',
      'RefreshFamily, laptop',
    ])
    const read = await laptop.get('cart')
    expect(steps(read)).toEqual(['authorization.read', 'accessTokens.verify', 'carts.find'])
    expect(read.cost).toMatchObject({ reads: 1, writes: 0 })
    expect(read.stored.after).toBe(read.stored.before)
    expect((await laptop.get('me')).cost).toMatchObject({ reads: 0, writes: 0 })

    const refreshed = await laptop.post('refresh')
    expect(refreshed.cost).toMatchObject({ reads: 1, writes: 2 })
    expect(field(named(refreshed.stored.before, 'RefreshFamily'), 'generation')).toBe('1')
    expect(field(named(refreshed.stored.after, 'RefreshFamily'), 'generation')).toBe('2')
    expect(field(named(refreshed.stored.after, 'SpentRefreshToken'), 'rows')).toBe('1')
    const cookie = named(refreshed.stored.after, '__Secure-refresh')
    expect(cookie).toMatchObject({
      ended: false,
      backedBy: named(refreshed.stored.after, 'RefreshFamily')!.id,
    })
    expect(cookie!.value).not.toBe(named(refreshed.stored.before, '__Secure-refresh')!.value)
  })

  test('after a forced sign-out the refresh token is worth nothing, the access token lives until its end', async () => {
    const laptop = client('jwt')
    await laptop.signIn()
    await shop.world.desk('POST', 'force-sign-out', { email: 'mina@shop.example' })
    const me = await laptop.get('me')
    expect(me.credential).toMatchObject({ status: 'valid', email: 'mina@shop.example' })
    expect(named(me.stored.before, '__Secure-refresh')).toMatchObject({ ended: true })
    const token = named(me.stored.before, 'access token')!
    expect(token.ended).toBeUndefined()
    expect(me.credential.expiresAt).toBe(token.expiresAt)
    expect(field(named(me.stored.before, 'RefreshFamily'), 'endedBecause')).toBe('forced')
    const refused = await laptop.post('refresh')
    expect(refused.credential).toMatchObject({ status: 'refused', reason: 'ended' })
  })

  test('a refresh token that comes twice ends the family, before the eyes of the reader', async () => {
    const laptop = client('jwt')
    await laptop.signIn()
    const stolen = laptop.held.refreshToken!
    await laptop.post('refresh')
    laptop.held.hold('__Secure-refresh', stolen, '/refresh')
    const reused = await laptop.post('refresh')
    expect(reused.credential).toMatchObject({ status: 'refused', reason: 'reused' })
    expect(named(reused.stored.before, '__Secure-refresh')).toMatchObject({ ended: true })
    expect(named(reused.stored.before, 'RefreshFamily')).toMatchObject({ ended: false })
    expect(named(reused.stored.after, 'RefreshFamily')).toMatchObject({ ended: true })
  })

  test('sign-out leaves the ended family and the cart', async () => {
    const laptop = client('jwt')
    await laptop.signIn()
    await laptop.add()
    const out = await laptop.post('sign-out')
    expect(names(out.stored.after)).toEqual(['signing key 1', 'Cart', 'RefreshFamily, laptop'])
  })
})

test('keys that were rotated away are gone, and what they made is worth nothing', async () => {
  const laptop = client('cookie')
  await laptop.add()
  const { status } = await shop.world.desk('POST', 'acts', {
    act: 'rotate-keys',
    strategy: 'cookie',
    keepPrevious: false,
  })
  expect(status).toBe(200)
  const refused = await laptop.get('cart')
  expect(names(refused.stored.before)).toEqual(['__Secure-visit, laptop', 'sealing key 2'])
  expect(named(refused.stored.before, '__Secure-visit')).toMatchObject({ ended: true })
})

test('the two devices do not see what the other browser holds', async () => {
  await client('session').add()
  const phone = await client('session', 'phone').add()
  expect(names(phone.stored.after)).toEqual(['__Secure-session, phone', 'Session, laptop', 'Session, phone'])
})

test('a request that is turned away unread says so', async () => {
  const laptop = client('session')
  await laptop.add()
  const recorded = nextExchange()
  const { status } = await fetch(`${shop.origin}/api/session/${shop.world.sandbox.id}/laptop/cart/items`, {
    method: 'POST',
    headers: {
      Origin: 'https://elsewhere.example',
      Cookie: laptop.held.jar.fieldFor(laptop.held.path)!,
      'Content-Type': 'application/json',
    },
    body: '{}',
  })
  expect(status).toBe(403)
  expect(await recorded).toMatchObject({
    problem: 'cross_site',
    credential: { status: 'unexamined' },
    steps: [],
  })
})

test('the room’s time of a request is whole seconds ahead, though time goes on between two looks at it', async () => {
  const laptop = client('session')
  shop.world.later(60)
  let now = Date.now()
  const looks = vi.spyOn(Date, 'now').mockImplementation(() => now++)
  const { at, sandboxAt } = await laptop.add()
  looks.mockRestore()
  expect(Date.parse(sandboxAt) - Date.parse(at)).toBe(60_000)
})

test('no step says a credential', async () => {
  for (const strategy of STRATEGIES) {
    const laptop = client(strategy)
    await laptop.signIn()
    const secrets = secretsOf(laptop.held)
    const { refreshToken } = laptop.held
    await laptop.add()
    if (refreshToken) await laptop.post('refresh')
    const said = JSON.stringify(
      timelineOf(shop.world.sandbox.id)!
        .after(0)
        .map((one) => one.steps),
    )
    for (const secret of secrets) expect(said).not.toContain(secret.slice(0, 8))
  }
})
