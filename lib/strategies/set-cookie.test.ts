/** The whole literal line, each time a cookie is written. */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type FreshSandbox, freshSandbox } from '@/lib/testing/sandbox'

const SEAL = String.raw`Fe26\.2\*1\*[0-9a-f]{64}\*[\w-]{22}\*[\w-]+\*\*[0-9a-f]{64}\*[\w-]{43}~2`
const OPAQUE = String.raw`[\w-]{43}`

let world: FreshSandbox
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T10:42:00Z') })
  world = await freshSandbox()
  return () => vi.useRealTimers()
})

const line = (name: string, value: string, path: string, maxAge: number, sameSite: string) =>
  new RegExp(`^${name}=${value}; Path=${path}; Max-Age=${maxAge}; HttpOnly; Secure; SameSite=${sameSite}$`)

describe('cookie', () => {
  const path = () => `/api/cookie/${world.sandbox.id}/laptop`

  it('writes the seal with what is left of its life', async () => {
    const client = world.client('cookie')
    const first = await client.add('apple')
    expect(first.setCookie).toEqual([
      expect.stringMatching(line('__Secure-visit', SEAL, path(), 43200, 'Lax')),
    ])
    world.later(600)
    const second = await client.add('apple')
    expect(second.setCookie).toEqual([
      expect.stringMatching(line('__Secure-visit', SEAL, path(), 42600, 'Lax')),
    ])
    const signedIn = await world.signIn(client)
    expect(signedIn.setCookie).toEqual([
      expect.stringMatching(line('__Secure-visit', SEAL, path(), 43200, 'Lax')),
    ])
    const out = await client.send('POST', 'sign-out')
    expect(out.setCookie).toEqual([
      `__Secure-visit=; Path=${path()}; Max-Age=0; HttpOnly; Secure; SameSite=Lax`,
    ])
  })
})

describe('session', () => {
  const path = () => `/api/session/${world.sandbox.id}/laptop`

  it('writes an id once, another one at sign-in, and none in between', async () => {
    const client = world.client('session')
    const first = await client.add('apple')
    expect(first.setCookie).toEqual([
      expect.stringMatching(line('__Secure-session', OPAQUE, path(), 43200, 'Lax')),
    ])
    expect((await client.add('apple')).setCookie).toEqual([])
    const signedIn = await world.signIn(client)
    expect(signedIn.setCookie).toEqual([
      expect.stringMatching(line('__Secure-session', OPAQUE, path(), 43200, 'Lax')),
    ])
    expect(signedIn.setCookie).not.toEqual(first.setCookie)
    const out = await client.send('POST', 'sign-out')
    expect(out.setCookie).toEqual([
      `__Secure-session=; Path=${path()}; Max-Age=0; HttpOnly; Secure; SameSite=Lax`,
    ])
  })
})

describe('jwt', () => {
  const path = () => `/api/jwt/${world.sandbox.id}/laptop/refresh`

  it('writes a refresh token that only /refresh receives, another one at each refresh', async () => {
    const client = world.client('jwt')
    const first = await client.add('apple')
    expect(first.setCookie).toEqual([
      expect.stringMatching(line('__Secure-refresh', OPAQUE, path(), 43200, 'Strict')),
    ])
    expect(first.body).toMatchObject({ accessToken: expect.any(String), expiresIn: 60 })
    expect((await client.add('apple')).setCookie).toEqual([])
    world.later(600)
    const refreshed = await client.post('refresh')
    expect(refreshed.setCookie).toEqual([
      expect.stringMatching(line('__Secure-refresh', OPAQUE, path(), 42600, 'Strict')),
    ])
    expect(Object.keys(refreshed.body)).toEqual(['accessToken', 'expiresIn'])
    const out = await client.send('POST', 'sign-out')
    expect(out.setCookie).toEqual([
      `__Secure-refresh=; Path=${path()}; Max-Age=0; HttpOnly; Secure; SameSite=Strict`,
    ])
  })

  it('issues access tokens of at most 320 bytes, whatever the cart', async () => {
    const client = world.client('jwt')
    await world.signIn(client)
    for (const sku of ['apple', 'pear', 'plum']) await client.add(sku, 99)
    await client.post('refresh')
    expect(client.accessToken!.length).toBeLessThanOrEqual(320)
    const guest = world.client('jwt', 'phone')
    await guest.add('apple')
    expect(guest.accessToken!.length).toBeLessThanOrEqual(320)
  })
})

describe('with SameSite absent', () => {
  const withoutSameSite = (name: string, value: string, path: string) =>
    expect.stringMatching(new RegExp(`^${name}=${value}; Path=${path}; Max-Age=43200; HttpOnly; Secure$`))

  it.each([
    ['cookie', {}, [['__Secure-visit', SEAL, '']]],
    ['session', {}, [['__Secure-session', OPAQUE, '']]],
    ['jwt', {}, [['__Secure-refresh', OPAQUE, '/refresh']]],
    [
      'jwt',
      { carrier: 'cookie' },
      [
        ['__Secure-access', String.raw`[\w.-]+`, ''],
        ['__Secure-refresh', OPAQUE, '/refresh'],
      ],
    ],
  ] as const)(
    '%s %o: no line has the attribute, nor has the one that deletes',
    async (lane, more, cookies) => {
      await world.turn(lane, { ...more, sameSite: 'absent' })
      const client = world.client(lane)
      const path = `/api/${lane}/${world.sandbox.id}/laptop`
      const signedIn = await world.signIn(client)
      const lines = cookies.map(([name, value, below]) => withoutSameSite(name, value, path + below))
      expect(signedIn.setCookie.toSorted()).toEqual(lines)
      const out = await client.send('POST', 'sign-out')
      const gone = cookies.map(
        ([name, , below]) => `${name}=; Path=${path}${below}; Max-Age=0; HttpOnly; Secure`,
      )
      expect(out.setCookie.toSorted()).toEqual(gone)
    },
  )
})
