/** The server over its socket: what it hands out, what it keeps, and whom it knows. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { expectationOf } from '@/lib/cookies/storage-model'
import { env } from '@/lib/process/env'
import { labServer } from '@/lib/testing/lab-server'
import { freshSandbox } from '@/lib/testing/sandbox'
import { openWire } from '../outside/wire'
import { openRoom, type Room } from '../run/room'
import type { LabClient, Reply } from '../stage/client'
import { BFF_COOKIE, type Bff } from './bff'
import { openBff } from './open'

labServer()

let room: Room
let bff: Bff
let at: string

beforeEach(async () => {
  const { sandbox } = await freshSandbox()
  room = await openRoom(sandbox, 'jwt', {}, () => {})
  const wire = openWire({ strategy: 'jwt', timeline: room.timeline, noted: () => {} })
  bff = await openBff({
    ...room,
    wire: {
      send(asked) {
        at = `http://127.0.0.1:${asked.port}`
        return wire.send(asked)
      },
    },
  })
})
afterEach(() => bff.close())

const laptop = () => room.clients.laptop
const copy = (): LabClient => {
  room.clients.attacker.copyFrom(laptop())
  return room.clients.attacker
}
const passedOn = () => room.timeline.after(0).filter(({ answeredBy }) => answeredBy === undefined)
const refreshes = () => passedOn().filter(({ action }) => action === 'refresh')

const HALF_AN_HOUR = 1800

it('hands out one cookie that a browser keeps, and no token ever', async () => {
  const replies: Reply[] = [await bff.signIn(laptop()), await bff.add(laptop(), 'apple', 2)]
  await room.desk.later(HALF_AN_HOUR)
  replies.push(await bff.me(laptop()), await bff.signOut(laptop()))
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 204])
  expect(refreshes()).toHaveLength(1)

  const lines = replies.flatMap(({ setCookie }) => setCookie)
  expect(lines).toEqual([
    expect.stringMatching(/^__Host-bff=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/),
    '__Host-bff=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Strict',
  ])
  const around = { secureOrigin: true, crossSite: false, requestPath: '/sign-in', now: Date.now() }
  expect(expectationOf(lines[0]!, { ...around, host: 'shop.example' }).kind).toBe('stored')

  // Whatever the shop has handed out, to look for in what the browser got.
  const tokens = passedOn().flatMap(({ request, response }) =>
    [...request.headers, ...(response?.headers ?? [])].flatMap(([name, value]) =>
      /^(authorization|set-cookie)$/i.test(name) ? (value.match(/[\w.-]{40,}/g) ?? []) : [],
    ),
  )
  expect(tokens.length).toBeGreaterThan(3)
  const got = JSON.stringify(replies.map(({ headers, text }) => [[...headers], text]))
  expect(tokens.filter((token) => got.includes(token))).toEqual([])
  expect(got).not.toMatch(/accessToken|expiresIn/)
  expect([laptop().accessToken, laptop().refreshToken]).toEqual([null, null])
})

it('without TLS its cookie has neither Secure nor the name that asks for it', async () => {
  env.INSECURE_HTTP = true
  try {
    const { setCookie } = await bff.signIn(laptop())
    expect(setCookie).toEqual([expect.stringMatching(/^bff=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)])
    expect((await bff.me(laptop())).status).toBe(200)
  } finally {
    env.INSECURE_HTTP = false
  }
})

it('passes on with a token, and without the cookie', async () => {
  await bff.signIn(laptop())
  await bff.me(laptop())
  const { headers } = passedOn().at(-1)!.request
  expect(headers.some(([name, value]) => name === 'Authorization' && value.startsWith('Bearer '))).toBe(true)
  expect(JSON.stringify(headers)).not.toContain(BFF_COOKIE)
})

it('takes a copy until the sign-out, and the shop takes none', async () => {
  await bff.signIn(laptop())
  const thief = copy()
  expect(thief.jar.cookies.map(({ name }) => name)).toEqual([BFF_COOKIE])
  expect((await thief.get('me')).json.customer).toBeNull()
  expect((await thief.get('orders')).status).toBe(401)
  expect((await bff.me(thief)).json.customer.email).toBe('mina@shop.example')
  const [, token] = passedOn()
    .at(-1)!
    .request.headers.find(([name]) => name === 'Authorization')!
  await bff.signOut(laptop())
  const asked = passedOn().length
  expect((await bff.me(thief)).status).toBe(401)
  // It is refused here: the shop is not asked.
  expect(passedOn()).toHaveLength(asked)
  // It would still take the token, had anybody got it.
  thief.present(token.replace('Bearer ', ''))
  expect((await thief.get('me')).json.customer.email).toBe('mina@shop.example')
})

it('learns of a forced sign-out when it renews, and ends its session', async () => {
  await bff.signIn(laptop())
  await room.desk.forceSignOut()
  expect((await bff.me(laptop())).status).toBe(200)
  const thief = copy()
  await room.desk.later(60)
  const end = await bff.me(laptop())
  expect([end.status, end.setCookie.length]).toEqual([401, 1])
  expect((await bff.me(thief)).status).toBe(401)
  expect(refreshes()).toHaveLength(1)
})

it('renews once for requests that come side by side', async () => {
  await bff.signIn(laptop())
  await room.desk.later(60)
  const replies = await Promise.all([bff.me(laptop()), bff.me(laptop()), bff.me(laptop())])
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200])
})

it('gives a new id at each sign-in, and the one before is worth nothing', async () => {
  await bff.signIn(laptop())
  const before = copy()
  await bff.signIn(laptop())
  expect((await bff.me(laptop())).status).toBe(200)
  expect((await bff.me(before)).status).toBe(401)
})

it('knows nobody by an invented id, or by two of them', async () => {
  await bff.signIn(laptop())
  const { value } = laptop().jar.cookies[0]!
  const ask = (cookie: string) => fetch(`${at}/me`, { headers: { 'X-BFF': '1', Cookie: cookie } })
  expect((await ask(`${BFF_COOKIE}=${value}`)).status).toBe(200)
  for (const cookie of [
    ...[`${BFF_COOKIE}=`, `${BFF_COOKIE}=invented`, `bff=${value}`],
    `${BFF_COOKIE}=${value}; ${BFF_COOKIE}=invented`,
  ])
    expect([cookie, (await ask(cookie)).status]).toEqual([cookie, 401])
})

it('does nothing for a page of another origin, has no other address, and ends with its run', async () => {
  await bff.signIn(laptop())
  const { value } = laptop().jar.cookies[0]!
  const ask = (path: string, headers: object = { 'X-BFF': '1' }) =>
    fetch(at + path, { headers: { Cookie: `${BFF_COOKIE}=${value}`, ...headers } })
  expect((await ask('/me', {})).status).toBe(403)
  for (const path of ['/', '/orders', '/me?x', '//me', '/sign-out', `${laptop().path}/me`])
    expect([path, (await ask(path)).status]).toEqual([path, 404])
  await bff.close()
  await expect(ask('/me')).rejects.toThrow()
})
