/** The control plane, called in process: every answer of the contract, and what is refused. */
import { beforeAll, describe, expect, it } from 'vitest'
import { allSandboxes, db } from '@/lib/db/client'
import { callApi, ORIGIN } from '@/lib/testing/api'
import { type FreshSandbox, freshSandbox } from '@/lib/testing/sandbox'
import { createSandbox } from '../world/sandbox'

type Init = { method?: string; cookie?: string; headers?: Record<string, string>; body?: unknown }

function call(path: string, { method = 'GET', cookie, headers, body }: Init = {}) {
  return callApi(`/api/sandbox${path}`, {
    method,
    headers: {
      Host: new URL(ORIGIN).host,
      Origin: ORIGIN,
      ...(cookie && { Cookie: cookie }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
}

async function newOwner() {
  const response = await call('', { method: 'POST' })
  const line = response.headers.getSetCookie()[0] as string
  return { response, line, cookie: line.split(';')[0] as string, body: await response.json() }
}

const OPERATIONS: [method: string, path: string, body?: unknown][] = [
  ['GET', ''],
  ['DELETE', ''],
  ['GET', '/events'],
  ['GET', '/exchanges'],
  ['GET', '/exchanges/x-1'],
  ['GET', '/exchanges.har'],
  ['GET', '/stored'],
  ['GET', '/settings'],
  ['PATCH', '/settings', {}],
  ['POST', '/clock', { advanceSeconds: 1 }],
  ['POST', '/force-sign-out', { email: 'mina@shop.example' }],
  ['POST', '/acts', { act: 'purge' }],
]

describe('POST /api/sandbox', () => {
  it('makes a sandbox and gives its owner the one key to it', async () => {
    const { response, line, body } = await newOwner()
    expect(response.status).toBe(201)
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect(line).toMatch(
      /^__Secure-owner=[\w-]{43}; Path=\/api\/sandbox; Max-Age=86400; HttpOnly; Secure; SameSite=Strict$/,
    )
    expect(body).toEqual({
      sandbox: {
        id: expect.stringMatching(/^[\w-]{11}$/),
        createdAt: expect.any(String),
        expiresAt: expect.any(String),
      },
      users: [
        {
          email: 'mina@shop.example',
          name: 'Mina Park',
          role: 'customer',
          discount: 10,
          password: expect.any(String),
        },
        {
          email: 'sam@shop.example',
          name: 'Sam Seo',
          role: 'support',
          discount: 0,
          password: expect.any(String),
        },
      ],
      clock: { now: expect.any(String), offsetSeconds: 0 },
    })
    const { createdAt, expiresAt } = body.sandbox
    expect(Date.parse(expiresAt) - Date.parse(createdAt)).toBe(24 * 3600_000)
  })

  it('answers 200 with the same one when its owner asks again, and sets no cookie', async () => {
    const { cookie, body } = await newOwner()
    const again = await call('', { method: 'POST', cookie })
    expect(again.status).toBe(200)
    expect(again.headers.getSetCookie()).toEqual([])
    expect(await again.json()).toMatchObject({ sandbox: body.sandbox, users: body.users })
    expect(await (await call('', { cookie })).json()).toMatchObject({
      sandbox: body.sandbox,
      users: body.users,
    })
  })

  it('gives passwords that sign in, in every lane', async () => {
    const { sandbox, client, passwordOf } = await freshSandbox()
    for (const strategy of ['cookie', 'session', 'jwt'] as const) {
      const signedIn = await client(strategy).post('sign-in', {
        email: 'sam@shop.example',
        password: passwordOf('sam'),
      })
      expect(signedIn).toMatchObject({ status: 200, body: { customer: { email: 'sam@shop.example' } } })
    }
    expect(sandbox.users.find('sam')).toEqual({
      id: 'sam',
      email: 'sam@shop.example',
      name: 'Sam Seo',
      role: 'support',
      discount: 0,
    })
  })

  it('tells no password that was changed', async () => {
    const { sandbox, desk } = await freshSandbox()
    await sandbox.users.setPassword('mina', 'hash', new Date())
    const { body } = await desk('GET', '../sandbox')
    expect(body.users.map((user: { password: string | null }) => user.password)).toEqual([
      null,
      expect.any(String),
    ])
  })
})

describe('DELETE /api/sandbox', () => {
  it('ends it with everything in it', async () => {
    const { cookie, body } = await newOwner()
    const ended = await call('', { method: 'DELETE', cookie })
    expect(ended.status).toBe(204)
    expect(ended.headers.getSetCookie()).toEqual([
      '__Secure-owner=; Path=/api/sandbox; Max-Age=0; HttpOnly; Secure; SameSite=Strict',
    ])
    expect((await call('', { cookie })).status).toBe(404)
    expect(await db().sandbox.count({ where: { id: body.sandbox.id } })).toBe(0)
    expect((await callApi(`/api/cookie/${body.sandbox.id}/laptop/cart`)).status).toBe(404)
  })
})

describe('copies of this site on one host, whose keys lie in one cookie', () => {
  const FOREIGN = `${'B'.repeat(42)}A`
  const keyIn = (cookie: string) => cookie.replace(/^[^=]+=/, '')
  const opened = async (cookie: string) => {
    const response = await call('', { cookie })
    return response.ok ? (await response.json()).sandbox.id : (await response.json()).because
  }

  it('each finds its own key, wherever it stands', async () => {
    const { cookie, body } = await newOwner()
    for (const sent of [
      `__Secure-owner=${keyIn(cookie)}.${FOREIGN}`,
      `__Secure-owner=${FOREIGN}.${keyIn(cookie)}`,
      `__Secure-owner=${FOREIGN}; ${cookie}`,
      `${cookie}; __Secure-owner=no key at all`,
      `${cookie}; ${cookie}`,
    ])
      expect([sent, await opened(sent)]).toEqual([sent, body.sandbox.id])
  })

  it('a new one puts its key in front, and lets the others be', async () => {
    const made = await call('', {
      method: 'POST',
      cookie: `__Secure-owner=${FOREIGN}; __Secure-owner=../etc`,
    })
    expect(made.status).toBe(201)
    const line = made.headers.getSetCookie()[0]!
    expect(line).toMatch(
      new RegExp(`^__Secure-owner=[\\w-]{43}\\.${FOREIGN}; Path=/api/sandbox; Max-Age=86400; `),
    )
    const ended = await call('', { method: 'DELETE', cookie: line.split(';')[0]! })
    expect(ended.headers.getSetCookie()).toEqual([
      `__Secure-owner=${FOREIGN}; Path=/api/sandbox; Max-Age=86400; HttpOnly; Secure; SameSite=Strict`,
    ])
  })

  it('the cookie does not grow without end', async () => {
    const many = Array.from(
      { length: 30 },
      (_, i) => `${'B'.repeat(41)}${'ABCDEFGHIJKLMNOPQRSTUVWXYZabcd'[i]}A`,
    )
    const made = await call('', { method: 'POST', cookie: `__Secure-owner=${many.join('.')}` })
    const keys = keyIn(made.headers.getSetCookie()[0]!.split(';')[0]!).split('.')
    expect(keys.slice(1)).toEqual(many.slice(0, 7))
  })

  it('says what came of the key, and claims nothing of a sandbox that it does not know', async () => {
    const { cookie, body } = await newOwner()
    const other = await newOwner()
    const over = await createSandbox(undefined, { roomOf: body.sandbox.id, expiresAt: new Date(0) })
    expect(await opened('')).toBe('absent')
    expect(await opened(`__Secure-owner=${FOREIGN}`)).toBe('unknown')
    expect(await opened(`__Secure-owner=${FOREIGN}.${over.ownerToken}`)).toBe('ended')
    expect(await opened(`${cookie}; ${other.cookie}`)).toBe('doubled')
    expect(await opened(`${cookie}.${keyIn(other.cookie)}`)).toBe('doubled')
  })

  it('two keys of this one: no third sandbox is made, however often it is asked for', async () => {
    const cookie = `${(await newOwner()).cookie}; ${(await newOwner()).cookie}`
    const before = await allSandboxes().sandbox.count()
    const made = await call('', { method: 'POST', cookie })
    expect([made.status, (await made.json()).because]).toEqual([404, 'doubled'])
    expect(await allSandboxes().sandbox.count()).toBe(before)
  })
})

/** Whoever is refused changes nothing: these two serve all the tests of refusals. */
let owners: Awaited<ReturnType<typeof newOwner>>[]
beforeAll(async () => {
  owners = [await newOwner(), await newOwner()]
})

describe.each(OPERATIONS)('%s /api/sandbox%s', (method, path, body) => {
  const strangers = {
    'no owner cookie': undefined,
    'an unknown one': `__Secure-owner=${'A'.repeat(43)}`,
    'one of another form': '__Secure-owner=../../etc',
    'an empty one': '__Secure-owner=',
  }
  it.each(Object.entries(strangers))('answers 404 no_sandbox to %s', async (_, cookie) => {
    const response = await call(path, { method, body, cookie })
    expect(response.status).toBe(404)
    expect(response.headers.get('Content-Type')).toBe('application/problem+json')
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect(await response.json()).toMatchObject({ code: 'no_sandbox', status: 404 })
  })

  it('answers 404 to two owner cookies: one of them is planted', async () => {
    const cookie = owners.map((owner) => owner.cookie).join('; ')
    expect((await call(path, { method, body, cookie })).status).toBe(404)
  })

  it.each([
    ['another origin', { Origin: 'https://evil.example' }],
    ['an opaque origin', { Origin: 'null' }],
    ['another port', { Origin: 'http://localhost:3001' }],
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a sibling host', { 'Sec-Fetch-Site': 'same-site' }],
  ])('answers 403 cross_site to %s', async (_, headers) => {
    const cookie = owners[0]?.cookie
    const response = await call(path, { method, body, cookie, headers })
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ code: 'cross_site' })
    expect((await call('', { cookie })).status).toBe(200)
  })
})

describe('bad input', () => {
  let world: FreshSandbox
  beforeAll(async () => {
    world = await freshSandbox()
  })

  const bad: [method: string, path: string, body: unknown][] = [
    ...[0, -1, 1.5, 31_536_001, '1', null, true, [], {}, 1e300].map(
      (advanceSeconds): [string, string, unknown] => ['POST', 'clock', { advanceSeconds }],
    ),
    ['POST', 'clock', {}],
    ['POST', 'clock', { reset: false }],
    ['POST', 'clock', { reset: true, advanceSeconds: 1 }],
    ['POST', 'clock', null],
    ['POST', 'clock', []],
    ['POST', 'force-sign-out', {}],
    ['POST', 'force-sign-out', { email: 7 }],
    ['POST', 'force-sign-out', { email: 'nobody@shop.example' }],
    ['POST', 'force-sign-out', { email: 'x'.repeat(300) }],
    ['POST', 'force-sign-out', { email: 'mina@shop.example', strategy: 'basic' }],
    ['POST', 'acts', {}],
    ['POST', 'acts', { act: 'drop-tables' }],
    ['POST', 'acts', { act: '__proto__' }],
    ['POST', 'acts', { act: 'promote' }],
    ['POST', 'acts', { act: 'promote', email: 'nobody@shop.example' }],
    ['POST', 'acts', { act: 'set-discount', email: 'mina@shop.example', discount: 101 }],
    ['POST', 'acts', { act: 'set-discount', email: 'mina@shop.example', discount: 0.5 }],
    ['POST', 'acts', { act: 'rotate-keys', strategy: 'jwt' }],
    ['POST', 'acts', { act: 'rotate-keys', strategy: 'basic', keepPrevious: true }],
    ['PATCH', 'settings', { jwt: { accessTokenLife: 10 } }],
    ['PATCH', 'settings', { basic: {} }],
    ['PATCH', 'settings', []],
    ['PATCH', 'settings', { reset: false }],
    ['PATCH', 'settings', { session: { idle: '60' } }],
    ['GET', 'exchanges?after=x', undefined],
    ['GET', 'exchanges?after=-1', undefined],
    ['GET', 'exchanges?after=99999999999999999999', undefined],
    ['GET', 'exchanges.har?reveal=yes', undefined],
  ]
  it.each(bad)('422 invalid: %s %s %j', async (method, path, body) => {
    const answer = await world.desk(method, path, body)
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid' } })
    expect(answer.body.errors[0]).toMatchObject({ path: expect.any(String), code: expect.any(String) })
    expect(world.sandbox.clock.offsetSeconds).toBe(0)
  })

  it.each(['clock', 'force-sign-out', 'acts'])('400, 413, 415 at %s', async (path) => {
    const cookie = owners[0]?.cookie
    const post = async (body: string, headers?: Record<string, string>) =>
      (await call(`/${path}`, { method: 'POST', cookie, body, headers })).status
    expect(await post('{')).toBe(400)
    expect(await post('')).toBe(400)
    expect(await post(`{"a":"${'x'.repeat(17_000)}"}`)).toBe(413)
    expect(await post('{}', { 'Content-Type': 'text/plain' })).toBe(415)
    expect(await post('a=b', { 'Content-Type': 'application/x-www-form-urlencoded' })).toBe(415)
  })

  it('404 not_found: an exchange that is not there', async () => {
    expect(await world.desk('GET', 'exchanges/none-1')).toMatchObject({
      status: 404,
      body: { code: 'not_found' },
    })
  })

  it.each([
    ['PUT', ''],
    ['PATCH', '/clock'],
    ['GET', '/acts'],
    ['POST', '/events'],
    ['DELETE', '/stored'],
  ])('405 with a problem body: %s %s', async (method, path) => {
    const response = await call(path, { method })
    expect(response.status).toBe(405)
    expect(response.headers.get('Allow')).toBeTruthy()
    expect(await response.json()).toMatchObject({ code: 'method_not_allowed' })
  })
})
