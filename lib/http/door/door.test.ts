/** Over real sockets: what comes back, octet for octet, and what the server behind the door gets to hear. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { env } from '@/lib/process/env'
import { takeOver } from './door'

let server: Server
let heard: IncomingMessage[]
let answer: RequestListener

beforeEach(async () => {
  heard = []
  answer = (_, response) => response.end('hello')
  server = createServer((request, response) => {
    heard.push(request)
    answer(request, response)
  })
  // As the framework does: whoever offers an upgrade would get no answer at all.
  server.on('upgrade', (_, socket) => socket.destroy())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  takeOver(server, {
    names: {
      appOrigin: 'http://shop',
      attackerOrigin: 'http://other',
      port: 80,
    },
    count: null,
  })
})
afterEach(() => {
  env.TRUSTED_PROXY_HOPS = 0
  server.closeAllConnections()
  server.close()
})

interface Got {
  status: number
  fields: Record<string, string>
  body: string
}

async function send(text: string): Promise<Got> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  let received = ''
  socket.setEncoding('utf8').on('data', (chunk) => (received += chunk))
  socket.write(text)
  await once(socket, 'close')
  const [head = '', body = ''] = received.split(/\r\n\r\n(.*)/s)
  const [line = '', ...lines] = head.split('\r\n')
  return { status: Number(line.split(' ')[1]), fields: fieldsOf(lines), body }
}

const fieldsOf = (lines: string[]) =>
  Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  )

const ask = (line: string, ...fields: string[]) =>
  send([`${line} HTTP/1.1`, 'Host: shop', 'Connection: close', ...fields, '', ''].join('\r\n'))

const USUAL = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cache-control': 'no-store',
  'content-security-policy': expect.stringContaining("default-src 'none'"),
}

const REFUSED: [line: string, fields: string[], status: number, code: string][] = [
  ['GET /api/catalogue?'.padEnd(8200, 'a&'), [], 414, 'address_too_long'],
  ['GET /api/%zz', [], 400, 'malformed_path'],
  ['GET /api/x#y', [], 400, 'malformed_target'],
  ['GET /api/x', [`X-Long: ${'a'.repeat(9000)}`], 431, 'head_too_large'],
  ['GET /api/x', ['RSC: x'], 400, 'malformed_field'],
  ['GET /api/x', ['Host: evil.example'], 400, 'no_host'],
  ['GET /api/x', ['Expect: x'], 417, 'expectation_failed'],
  ['GET http://evil.example/api/x', [], 421, 'misdirected'],
]

describe('what goes no further than the door', () => {
  test.each(REFUSED)('%.40s %j: %d %s', async (line, fields, status, code) => {
    const got = await ask(line, ...fields)
    expect(got).toMatchObject({ status, fields: { ...USUAL, 'content-type': 'application/problem+json' } })
    expect(JSON.parse(got.body)).toMatchObject({ status, code })
    expect(heard).toEqual([])
  })

  test('a page gets words in its own language, and a browser gets them as a page', async () => {
    const english = await ask(`GET /?${'a&'.repeat(200)}`)
    expect(english).toMatchObject({
      status: 414,
      fields: { ...USUAL, 'content-type': 'text/plain; charset=utf-8' },
    })
    expect(english.body).toContain('This address is too long.')
    const korean = await ask(`GET /ko?${'a&'.repeat(200)}`, 'Accept: text/html')
    expect(korean.fields['content-type']).toBe('text/html; charset=utf-8')
    expect(korean.body).toContain('<h1>주소가 너무 깁니다</h1>')
    const nonce = /'nonce-([\w+/]{22}==)'/.exec(korean.fields['content-security-policy']!)![1]!
    expect(korean.body).toContain(`<style nonce="${nonce}">`)
  })

  test('a body that nobody reads ends with the connection', async () => {
    const got = await send(
      'POST /api/%zz HTTP/1.1\r\nHost: shop\r\nContent-Length: 3\r\n\r\nabcGET / HTTP/1.1\r\nHost: shop\r\n\r\n',
    )
    expect(got).toMatchObject({ status: 400, fields: { connection: 'close' } })
  })
})

describe('what Node refuses before it is a request', () => {
  const head = (octets: number, path = '/') =>
    `GET ${path} HTTP/1.1\r\nHost: shop\r\nCookie: a=${'k'.repeat(octets)}\r\n\r\n`

  test.each([
    ['too large a head', head(17_000), 431],
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
    ['CONNECT', 'CONNECT shop:80 HTTP/1.1\r\nHost: shop\r\n\r\n', 405],
  ])('%s: says what to do, in both languages', async (_, text, status) => {
    const got = await send(text)
    expect(got).toMatchObject({ status, fields: { ...USUAL, connection: 'close', date: expect.any(String) } })
    expect(got.body).toMatch(/[a-z]{3}.*\n\n.*[가-힣]{2}/)
    expect(Number(got.fields['content-length'])).toBe(Buffer.byteLength(got.body))
  })

  test.each([
    [head(17_000, '/api/catalogue'), 431, 'head_too_large'],
    [
      'POST /api/x HTTP/1.1\r\nHost: shop\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
      400,
      'malformed_request',
    ],
  ])('a program gets a problem: %.40s', async (text, status, code) => {
    answer = (request, response) => void request.resume().on('end', () => response.end('hello'))
    const got = await send(text)
    expect(got).toMatchObject({ status, fields: { ...USUAL, 'content-type': 'application/problem+json' } })
    expect(JSON.parse(got.body)).toMatchObject({ status, code })
  })

  test('CONNECT is told which methods there are', async () => {
    const { fields } = await send('CONNECT shop:80 HTTP/1.1\r\nHost: shop\r\n\r\n')
    expect(fields.allow).toBe('GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS')
  })
})

describe('what is let in', () => {
  test('of whole URIs the own one, as if it had been a path; its authority counts, not the Host field', async () => {
    const got = await send(
      'GET http://shop/api/health?a HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
    )
    expect(got.status).toBe(200)
    expect(heard[0]).toMatchObject({ url: '/api/health?a', headers: { host: 'shop' } })
  })

  test('who offers an upgrade gets the answer of HTTP/1.1', async () => {
    for (const protocol of ['h2c', 'websocket']) {
      const got = await send(
        `GET / HTTP/1.1\r\nHost: shop\r\nConnection: Upgrade, close\r\nUpgrade: ${protocol}\r\n\r\n`,
      )
      expect(got).toMatchObject({ status: 200, body: 'hello' })
    }
  })

  test('OPTIONS * is told which methods there are; nothing else means the server as a whole', async () => {
    const got = await ask('OPTIONS *')
    expect(got).toMatchObject({
      status: 204,
      fields: { ...USUAL, allow: 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS' },
    })
    expect((await ask('GET *')).status).toBe(400)
    expect(heard).toEqual([])
  })

  test.each([
    ['TRACE /api/x', 'OPTIONS /api/x'],
    ['POST /attacker/jar', 'POST /attacker/jar'],
    ['HEAD /', 'HEAD /'],
  ])('%s as %s', async (line, served) => {
    await ask(line)
    expect(heard.map(({ method, url }) => `${method} ${url}`)).toEqual([served])
  })

  test.each(['POST /', 'OPTIONS /about', 'TRACE /ko', 'DELETE /_next/static/a.js'])(
    '%s not: 405 with what a page takes',
    async (line) => {
      const got = await ask(line)
      expect(got).toMatchObject({ status: 405, fields: { ...USUAL, allow: 'GET, HEAD' } })
      expect(heard).toEqual([])
    },
  )

  test('a file is asked for whole', async () => {
    await ask('GET /pictures/a.png', 'Range: bytes=99999999-', 'If-Match: *')
    expect(heard[0]!.headers).not.toHaveProperty('range')
    expect(await ask('GET /pictures/a.png', 'If-Match: "x"')).toMatchObject({ status: 412, fields: USUAL })
  })

  test('what has moved is told where, with all fields', async () => {
    for (const [line, location] of [
      ['GET //evil.example/x?a=//b', 'http://shop/evil.example/x?a=//b'],
      ['POST /api/x/', 'http://shop/api/x'],
    ] as const)
      expect(await ask(line)).toMatchObject({ status: 308, fields: { ...USUAL, location } })
  })
})

describe('answers from inside', () => {
  test('have the usual fields where nobody said anything else, however they are written', async () => {
    answer = (_, response) => {
      response.setHeader('Cache-Control', 'public')
      response.writeHead(200, { 'Content-Security-Policy': "default-src 'self'" })
      response.end()
    }
    const { fields } = await ask('GET /')
    expect(fields).toMatchObject({ 'cache-control': 'public', 'x-content-type-options': 'nosniff' })
    expect(fields['content-security-policy']).toBe("default-src 'self'")
    // Its own policy says who may frame it.
    expect(fields).not.toHaveProperty('x-frame-options')
    answer = (_, response) => response.end('bare')
    expect((await ask('GET /')).fields).toMatchObject(USUAL)
  })

  test.each([
    ['text/plain', 'text/plain; charset=utf-8'],
    ['application/xml', 'application/xml; charset=utf-8'],
    ['image/svg+xml', 'image/svg+xml; charset=utf-8'],
    ['text/css; charset=UTF-8', 'text/css; charset=UTF-8'],
    ['application/json', 'application/json'],
    ['image/png', 'image/png'],
  ])('of %s are %s', async (type, sent) => {
    answer = (_, response) => {
      response.setHeader('Content-Type', type)
      response.end('x')
    }
    expect((await ask('GET /')).fields['content-type']).toBe(sent)
  })

  test.each([
    [0, 'https', undefined, 'http'],
    [0, undefined, undefined, 'http'],
    [1, 'https', 'max-age=63072000', 'https'],
    [1, 'http', undefined, 'http'],
    [1, undefined, undefined, 'http'],
    [1, 'https, http', undefined, 'http'],
    [2, 'http, https, http', 'max-age=63072000', 'https'],
  ])(
    'with %d proxies to believe and X-Forwarded-Proto %s promise TLS: %s',
    async (hops, said, hsts, heardAs) => {
      env.TRUSTED_PROXY_HOPS = hops
      const got = await ask('GET /', ...(said ? [`X-Forwarded-Proto: ${said}`] : []))
      expect(got.fields['strict-transport-security']).toBe(hsts)
      expect(heard[0]!.headers['x-forwarded-proto']).toBe(heardAs)
      const refused = await ask('GET /%zz', ...(said ? [`X-Forwarded-Proto: ${said}`] : []))
      expect(refused.fields['strict-transport-security']).toBe(hsts)
    },
  )

  test('an address that a client claims is not believed, and stays short', async () => {
    await ask('GET /', 'X-Forwarded-For: 192.0.2.1')
    expect(heard[0]!.headers['x-forwarded-for']).toBe('127.0.0.1')
    env.TRUSTED_PROXY_HOPS = 1
    await ask('GET /', `X-Forwarded-For: ${'1'.repeat(500)}`)
    expect(heard[1]!.headers['x-forwarded-for']).toHaveLength(64)
  })

  test('of two credentials neither is chosen', async () => {
    await ask('GET /', 'Authorization: Bearer a', 'authorization: Bearer b')
    expect(heard[0]!.headers.authorization).toBe('Bearer a, Bearer b')
  })
})
