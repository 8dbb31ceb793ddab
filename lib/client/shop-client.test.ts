import { beforeEach, describe, expect, it } from 'vitest'
import type { LaneCookie } from '@/lib/strategies/lane'
import { cookiesOf, provingCookie } from '@/lib/strategies/lanes'
import { program } from '@/lib/testing/program'
import { ShopClient } from './shop-client'
import { answerOf, type TransportRequest } from './transport'

const asked: TransportRequest[] = []
let answers: Response[] = []
const transport = async (request: TransportRequest) => {
  asked.push(request)
  return answerOf(answers.shift() ?? new Response(null, { status: 204 }))
}
const at = (strategy: 'cookie' | 'session' | 'jwt', device: 'laptop' | 'attacker' = 'laptop') =>
  new ShopClient({ strategy, sandbox: 'abc', device, transport })

const VISIT = ['__Secure-visit=v; Path=/api/cookie/abc/laptop', '__Secure-visit=; Path=/; Max-Age=0']
const ISSUED = ['__Secure-refresh=r; Path=/api/jwt/abc/laptop/refresh; Max-Age=60']
const answer = (body: unknown, lines: string[] = []) =>
  new Response(JSON.stringify(body), { headers: lines.map((line) => ['Set-Cookie', line]) })

beforeEach(() => {
  asked.length = 0
  answers = []
})

describe('a client of a lane', () => {
  it.each(['cookie', 'session'] as const)('presents in the cookie of the lane: %s', (strategy) => {
    const client = at(strategy)
    client.present('text')
    expect(client.jar.fieldFor(client.path)).toBe(`${provingCookie(strategy)}=text`)
  })

  it('sends what it was given, where it belongs', async () => {
    const client = at('jwt')
    answers = [answer({ accessToken: 't' }, ISSUED)]
    const { status, body, setCookie } = await client.signIn({ email: 'a', password: 'b' })
    expect({ status, body, setCookie }).toEqual({
      status: 200,
      body: { accessToken: 't' },
      setCookie: ISSUED,
    })
    await client.get('cart')
    await client.send('POST', 'refresh')
    expect(asked.map(({ method, path, headers, body }) => [method, path, headers, body])).toEqual([
      [
        'POST',
        '/api/jwt/abc/laptop/sign-in',
        [['Content-Type', 'application/json']],
        '{"email":"a","password":"b"}',
      ],
      ['GET', '/api/jwt/abc/laptop/cart', [['Authorization', 'Bearer t']], undefined],
      [
        'POST',
        '/api/jwt/abc/laptop/refresh',
        [
          ['Cookie', '__Secure-refresh=r'],
          ['Authorization', 'Bearer t'],
        ],
        undefined,
      ],
    ])
    expect([client.credential, client.refreshToken]).toEqual(['t', 'r'])
  })

  it('lets a given field take the place of its own, in whatever case, and a text go as it is', async () => {
    const client = at('cookie')
    client.present('v')
    await client.send('PUT', 'cart', '{', [
      ['cookie', 'other=1'],
      ['content-type', 'text/plain'],
    ])
    expect(asked[0]).toMatchObject({
      headers: [
        ['cookie', 'other=1'],
        ['content-type', 'text/plain'],
      ],
      body: '{',
    })
  })

  it('has a body that is no JSON as text', async () => {
    answers = [new Response('<p>', { status: 502 })]
    expect(await at('cookie').get('me')).toMatchObject({ status: 502, text: '<p>', body: null })
  })

  it.each(['cookies', 'omit'] as const)('with credentials “%s”', async (credentials) => {
    const client = at('jwt')
    client.present('t')
    client.hold('__Secure-access', 'c')
    client.credentials = credentials
    answers = [answer({ accessToken: 'new' }, ISSUED)]
    await client.get('me')
    const sends = credentials === 'cookies'
    expect(asked[0]!.headers).toEqual(sends ? [['Cookie', '__Secure-access=c']] : [])
    expect([client.accessToken, client.refreshToken]).toEqual(sends ? ['new', 'r'] : ['t', null])
  })

  it('hands out all that lets it in, for the place of the other', async () => {
    const client = at('cookie')
    answers = [answer({}, VISIT)]
    await client.get('me')
    const thief = at('cookie', 'attacker')
    thief.copyFrom(client)
    expect(thief.jar.cookies).toEqual([
      { name: '__Secure-visit', value: 'v', path: '/api/cookie/abc/attacker' },
    ])
    const tab = client.copy()
    tab.forget()
    expect([tab.path, tab.credential, client.credential, thief.credential]).toEqual([
      client.path,
      null,
      'v',
      'v',
    ])
  })

  it.each(['cookie', 'session'] as const)('%s: presents a text in the cookie of the lane', (strategy) => {
    const client = at(strategy)
    client.present('v')
    const [{ name, path }] = cookiesOf(strategy).filter(({ proves }) => proves) as [LaneCookie]
    expect(client.jar.cookies).toEqual([{ name, value: 'v', path: client.path + path }])
  })

  it('jwt: finds the refresh token where the lane puts it', () => {
    const client = at('jwt')
    for (const { name, path } of cookiesOf('jwt'))
      client.jar.store(`${name}=${path}!; Path=${client.path}${path}`)
    expect(client.refreshToken).toBe('/refresh!')
  })

  it('holds a cookie by the name that the server has for it', () => {
    const nameOf = (name: string) => name.replace('__Secure-', '')
    const client = new ShopClient({
      strategy: 'session',
      sandbox: 'abc',
      device: 'laptop',
      transport,
      nameOf,
    })
    client.present('s')
    expect(client.fieldsFor(`${client.path}/me`)).toEqual([['Cookie', 'session=s']])
  })

  it('loses its memory with the page, and its cookies not', () => {
    const client = at('jwt')
    client.hold('__Secure-refresh', 'r', '/refresh')
    client.present('t')
    client.reload()
    expect([client.credential, client.refreshToken]).toEqual([null, 'r'])
  })

  it('runs as it is, for the scripts: without a compiler, and without the names of folders', async () => {
    const script = `
      import { ShopClient } from './lib/client/shop-client.ts'
      import { byFetch } from './lib/client/transport.ts'
      const place = { strategy: 'jwt', sandbox: 'abc', device: 'laptop' }
      const client = new ShopClient({ ...place, transport: byFetch(() => 'data:application/json,{"accessToken":"t"}#') })
      console.log((await client.get('me')).body.accessToken === client.accessToken)`
    const { ended } = program(['--input-type=module', '-e', script])
    expect(await ended).toEqual({ code: 0, output: 'true\n' })
  })
})
