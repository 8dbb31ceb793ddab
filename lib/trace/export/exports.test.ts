/** What leaves the panel: curl commands and HAR files. */
import { execFile, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { aCookie, anExchange } from '@/lib/testing/exchanges'
import { Har } from '@/lib/testing/har-schema'
import { watchedShop } from '@/lib/testing/watched-shop'
import type { Exchange, HeaderLine } from '../model/exchange'
import { curlOf } from './curl'
import { harOf } from './har'

const hasCurl = process.platform !== 'win32' && spawnSync('curl', ['--version']).status === 0
const ORIGIN = 'http://localhost:3000'
const textOf = (exchange: Exchange, origin = ORIGIN) => curlOf(exchange, { origin }).text
const SECRET = aCookie({}).value!
const REQUEST = anExchange({}).request

describe('curl', () => {
  test('a read', () =>
    expect(
      textOf(
        anExchange({
          requestHeaders: [
            ['Cookie', 'a=1'],
            ['X-Empty', ''],
          ],
        }),
      ),
    ).toBe(
      [
        "curl -ig --path-as-is -X 'GET' 'http://localhost:3000/api/session/AAAAAAAAAAA/laptop/cart'",
        "  -H 'Cookie: a=1'",
        "  -H 'X-Empty;'",
      ].join(' \\\n'),
    ))

  test('goes to this shop, also where the target was a whole URI of another host', () => {
    const target = 'http://elsewhere.example/api/session/AAAAAAAAAAA/laptop/cart?a=1'
    expect(textOf(anExchange({ request: { ...REQUEST, target, headers: [] } }))).toContain(
      `'${ORIGIN}/api/session/AAAAAAAAAAA/laptop/cart?a=1'`,
    )
  })

  test('where the body was not kept an example stands in its place, and the command says so', () => {
    const request = { ...REQUEST, method: 'POST', headers: [], bodyBytes: 20 }
    expect(textOf(anExchange({ action: 'cart.add', request }))).toMatch(
      / --data-raw '\{"sku":"apple","quantity":1\}'$/,
    )
  })

  test('a form that nobody read is no JSON', () => {
    const form: HeaderLine = ['Content-Type', 'application/x-www-form-urlencoded']
    const request = { ...REQUEST, method: 'POST', headers: [form], bodyBytes: 20 }
    expect(textOf(anExchange({ action: 'cart.add', request }))).not.toContain('--data')
  })

  describe('the body', () => {
    const signIn = (status: number, hidden = ['password']) =>
      anExchange({
        action: 'sign-in',
        request: { ...REQUEST, method: 'POST', bodyBytes: 50 },
        response: { status, reason: '', headers: [], headBytes: 0, bodyBytes: 0 },
        sent: { text: '{"email":"mina@shop.example","password":"…"}', hidden },
      })
    const passwordOf = (email: string) => (email === 'mina@shop.example' ? "it's" : null)

    test('is what was sent', () => {
      const sent = { text: '{"sku":"pear","quantity":3}', hidden: [] }
      const { text, body } = curlOf(anExchange({ action: 'cart.add', sent }), { origin: ORIGIN })
      expect([body, text.endsWith(`--data-raw '{"sku":"pear","quantity":3}'`)]).toEqual(['sent', true])
    })

    test('has the password that is known, where it was the right one', () => {
      const { text, body } = curlOf(signIn(200), { origin: ORIGIN, passwordOf })
      expect(body).toBe('filled')
      expect(text).toContain(`"password":"it'\\''s"`)
      expect(curlOf(signIn(401), { origin: ORIGIN, passwordOf }).body).toBe('hidden')
      expect(curlOf(signIn(200), { origin: ORIGIN, passwordOf: () => null }).body).toBe('hidden')
      expect(curlOf(signIn(200, ['password', 'x']), { origin: ORIGIN, passwordOf }).body).toBe('hidden')
    })
  })

  test('nothing in it is read by the shell', () => {
    const target = "/api/x/'$(touch hacked)'`id`;!"
    const request = { ...REQUEST, target, headers: [['X', 'it\'s \\ "$HOME"']] as [string, string][] }
    expect(textOf(anExchange({ request }))).toBe(
      `curl -ig --path-as-is -X 'GET' 'http://localhost:3000/api/x/'\\''$(touch hacked)'\\''\`id\`;!' \\\n  -H 'X: it'\\''s \\ "$HOME"'`,
    )
  })

  test.runIf(hasCurl)('it runs as it is, and sends the same', async () => {
    const server = createServer((_, response) => response.end('ok')).listen(0)
    await once(server, 'listening')
    const origin = `http://localhost:${(server.address() as AddressInfo).port}`
    const requestHeaders: [string, string][] = [
      ['Content-Type', 'application/json'],
      ['Cookie', `a="it's"; b=${SECRET}`],
      ['X-Empty', ''],
    ]
    const request = {
      ...REQUEST,
      method: 'POST',
      target: '/api/a%20b/../c?d=[1]',
      headers: requestHeaders,
      bodyBytes: 9,
    }
    const arrived = once(server, 'request') as Promise<[IncomingMessage]>
    execFile('/bin/sh', ['-c', textOf(anExchange({ request, action: 'cart.add' }), origin)])
    const [{ method, url, headers }] = await arrived
    server.close()
    expect({ method, url }).toEqual({ method: 'POST', url: '/api/a%20b/../c?d=[1]' })
    for (const [name, value] of requestHeaders) expect(headers[name.toLowerCase()]).toBe(value)
  })
})

describe('HAR', () => {
  const exchange = anExchange({
    requestHeaders: [['Cookie', `__Secure-session=${SECRET}`]],
    responseHeaders: [
      ['Set-Cookie', `__Secure-session=${SECRET}; Path=/x; Max-Age=60; HttpOnly; Secure; SameSite=Lax`],
    ],
  })

  test('an entry', () => {
    const { log } = harOf([exchange], { origin: ORIGIN, reveal: true })
    expect(log).toMatchObject({ version: '1.2', creator: { name: 'Remember Me' } })
    expect(log.entries).toHaveLength(1)
    expect(log.entries[0]).toMatchObject({
      startedDateTime: '2026-11-23T04:00:00.000Z',
      time: 1.5,
      request: {
        method: 'GET',
        url: 'http://localhost:3000/api/session/AAAAAAAAAAA/laptop/cart',
        httpVersion: 'HTTP/1.1',
        cookies: [{ name: '__Secure-session', value: SECRET }],
        headersSize: 100,
        bodySize: 0,
      },
      response: {
        status: 200,
        statusText: 'OK',
        cookies: [
          {
            name: '__Secure-session',
            value: SECRET,
            path: '/x',
            // Max-Age counts from the answer, by the real clock.
            expires: '2026-11-23T04:01:00.000Z',
            httpOnly: true,
            secure: true,
            sameSite: 'Lax',
          },
        ],
        content: { size: 40, mimeType: 'application/json' },
        headersSize: 80,
      },
      timings: { send: 0, wait: 1.5, receive: 0 },
      _strategy: 'session',
    })
  })

  test('what was sent is of the type that it was sent as', () => {
    const text = 'sku=pear&quantity=1'
    const form = anExchange({
      requestHeaders: [['Content-Type', 'application/x-www-form-urlencoded']],
      sent: { text, hidden: [] },
    })
    const [entry] = harOf([form], { origin: ORIGIN, reveal: false }).log.entries
    expect(entry?.request.postData).toEqual({ mimeType: 'application/x-www-form-urlencoded', text })
  })

  test.each([
    ['a=1', { httpOnly: false, secure: false }],
    ['a=1;path=/y;  SECURE ;samesite=NONE', { path: '/y', httpOnly: false, secure: true, sameSite: 'None' }],
    [
      'a=1; SameSite=Other; Path=y; Domain=.b.example',
      { domain: 'b.example', httpOnly: false, secure: false },
    ],
    ['a=1; max-age=60; expires=Thu, 01 Jan 2027 00:00:00 GMT', { expires: '2026-11-23T04:01:00.000Z' }],
    ['a=1; Expires=Thu, 01-Jan-27 00:00:00 GMT', { expires: '2027-01-01T00:00:00.000Z' }],
    ['a=1; Max-Age=soon; Expires=2027-01-01', {}],
    ['a=; Max-Age=0', { value: '', expires: '1970-01-01T00:00:00.000Z' }],
    // Not longer than a browser keeps any.
    ['a=1; Max-Age=99999999', { expires: '2027-12-28T04:00:00.000Z' }],
  ])('the cookie of %s', (line, differing) => {
    const { log } = harOf([anExchange({ responseHeaders: [['Set-Cookie', line]] })], {
      origin: ORIGIN,
      reveal: true,
    })
    const plain = { name: 'a', value: '1', httpOnly: false, secure: false }
    expect(log.entries[0]?.response.cookies).toEqual([{ ...plain, ...differing }])
    expect(Har.safeParse(JSON.parse(JSON.stringify({ log }))).error).toBeUndefined()
  })

  test('masked unless asked', () => {
    const text = JSON.stringify(harOf([exchange], { origin: ORIGIN, reveal: false }))
    expect(text).not.toContain(SECRET.slice(0, 8))
    expect(text).toContain(`${SECRET.slice(0, 6)}…[43]`)
  })

  test('an exchange without an answer, and a target that is no URL', () => {
    const request = { ...REQUEST, target: 'http://' }
    const { log } = harOf([anExchange({ response: null, completed: false, request })], {
      origin: ORIGIN,
      reveal: false,
    })
    expect(log.entries[0]).toMatchObject({
      request: { url: ORIGIN },
      response: { status: 0 },
      _completed: false,
    })
  })
})

describe('what was recorded, taken away', () => {
  const shop = watchedShop()

  test('is HAR 1.2, masked and not, also where no answer was sent', async () => {
    const exchanges: Exchange[] = []
    for (const strategy of ['cookie', 'session', 'jwt'] as const) {
      const client = shop.client(strategy)
      exchanges.push(await client.add(), await client.signIn(), await client.get('orders?a=1&b=[2]'))
      exchanges.push(await client.post('sign-in', { email: 'mina@shop.example', password: 'wrong' }))
    }
    exchanges.push(anExchange({ response: null, completed: false }))
    for (const reveal of [true, false]) {
      const har = JSON.parse(JSON.stringify(harOf(exchanges, { origin: ORIGIN, reveal })))
      expect(Har.parse(har)).toEqual(har)
    }
    const text = JSON.stringify(harOf(exchanges, { origin: ORIGIN, reveal: true }))
    expect(text).toContain('\\"sku\\":\\"apple\\"')
    expect(text).not.toContain(shop.world.passwordOf('mina'))
  })

  test.runIf(hasCurl)('is a command that runs, and shows up', async () => {
    for (const strategy of ['cookie', 'session', 'jwt'] as const) {
      const client = shop.client(strategy)
      await client.signIn()
      const added = await client.add('pear')
      const again = shop.nextExchange()
      execFile('/bin/sh', ['-c', textOf(added, shop.origin)])
      expect(await again).toMatchObject({
        strategy,
        action: 'cart.add',
        sent: added.sent,
        response: { status: 200 },
        credential: { status: 'valid', email: 'mina@shop.example' },
      })
    }
  })
})
