/** Where requests come in, octet for octet: each gets an answer with the usual fields, whatever it looks like. */
import { connect } from 'node:net'
import { expect, test } from './fixtures'
import { type OwnServer, ownServer } from './own-server'

let server: OwnServer
test.beforeAll(async () => {
  server = await ownServer({ LOG_LEVEL: 'info' })
})
test.afterAll(() => server.remove())

interface Got {
  status: number
  fields: Record<string, string>
  body: string
}

/** Ends when the server closes; the last of several answers counts. */
function raw(text: string, port = Number(new URL(server.origin).port)): Promise<Got> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let received = ''
    socket.setEncoding('utf8').on('data', (chunk) => (received += chunk))
    socket.on('error', reject)
    socket.on('close', () => resolve(read(received)))
    socket.write(text)
  })
}

function read(received: string): Got {
  const cut = received.indexOf('\r\n\r\n')
  const [line = '', ...lines] = received.slice(0, cut).split('\r\n')
  const fields = lines.map((field) => {
    const colon = field.indexOf(':')
    return [field.slice(0, colon).toLowerCase(), field.slice(colon + 1).trim()]
  })
  return {
    status: Number(line.split(' ')[1]),
    fields: Object.fromEntries(fields),
    body: received.slice(cut + 4),
  }
}

const host = () => new URL(server.origin).host
const ask = (line: string, ...fields: string[]) =>
  raw([`${line} HTTP/1.1`, `Host: ${host()}`, 'Connection: close', ...fields, '', ''].join('\r\n'))

const USUAL = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
}

function expectUsual({ fields }: Got) {
  expect(fields).toMatchObject(USUAL)
  for (const part of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"])
    expect(fields['content-security-policy']).toContain(part)
  expect(fields).not.toHaveProperty('strict-transport-security')
}

const LANE = '/api/session/AAAAAAAAAAA/laptop/me'
const COOKIE = `Cookie: a=${'k'.repeat(17_000)}`

for (const [line, fields, status, more] of [
  ['OPTIONS *', [], 204, { allow: 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS' }],
  ['GET *', [], 400, {}],
  [
    'GET /api/catalogue',
    ['Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQCAAAA'],
    200,
    {},
  ],
  ['GET /', ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'], 200, {}],
  ['GET http://evil.example/api/sandbox', [], 421, {}],
  ['GET http://evil.example/', [], 421, {}],
  ['GET //evil.example/x', [], 308, {}],
  ['GET /a//b', [], 308, {}],
  ['GET /', ['Expect: x'], 417, {}],
  ['GET /', ['Host: evil.example'], 400, {}],
  ['GET /', [COOKIE], 431, {}],
  ['GET /api/catalogue', [COOKIE], 431, { 'content-type': 'application/problem+json' }],
  ['BREW /', [], 400, {}],
  [`GET /?${'a&'.repeat(7500)}`, [], 414, {}],
  [`GET /api/a${'/'.repeat(15_000)}x/`, [], 414, {}],
  [`TRACE ${LANE}`, [], 405, { allow: 'GET, HEAD' }],
  [`TRACE ${LANE.replace('me', 'cart/items')}`, [], 405, { allow: 'POST' }],
  ['TRACE /api/sandbox', [], 405, { allow: 'GET, HEAD, POST, DELETE' }],
  ['POST /', [], 405, { allow: 'GET, HEAD' }],
  ['TRACE /about', [], 405, { allow: 'GET, HEAD' }],
  ['GET /_next/image?url=x', [], 404, {}],
  ['GET /pictures/en-home.png', ['Range: bytes=99999999-'], 200, { 'content-type': 'image/png' }],
  ['GET /pictures/en-home.png', ['If-Match: "x"'], 412, {}],
  ['GET /robots.txt', [], 200, { 'content-type': 'text/plain; charset=utf-8' }],
  ['GET /sitemap.xml', [], 200, { 'content-type': 'application/xml; charset=utf-8' }],
  ['GET /icon.svg', [], 200, { 'content-type': 'image/svg+xml; charset=utf-8' }],
  ['POST /', ['Next-Action: x'], 405, {}],
  ['POST /api/cookie/abcdefghijk/laptop/where/open', ['Next-Action: x'], 405, { allow: 'GET, HEAD' }],
  ['GET /api/cookie/abcdefghijk/laptop/where/open', ['Next-Action: x'], 404, {}],
  ['GET /api/cookie/abcdefghijk/laptop/where/page/mina', ['RSC: 1', 'Next-Router-State-Tree: x'], 400, {}],
  ['GET /', ['RSC: x'], 400, {}],
  ['GET /', ['RSC: 1', 'Next-Router-State-Tree: x'], 400, {}],
  ['GET /', ['RSC: 1', 'Next-Router-Segment-Prefetch: x'], 400, {}],
  ['GET /', ['X-Middleware-Prefetch: 1', 'Next-Action: x', 'X-Nextjs-Data: 1'], 200, {}],
  ['GET /', ['X-Forwarded-Proto: https'], 200, {}],
  ['GET /api/catalogue', ['X-Forwarded-Proto: https'], 200, {}],
] as [line: string, fields: string[], status: number, more: Record<string, string>][])
  test(`${line.slice(0, 60)} ${fields.join('; ').slice(0, 60)}: ${status}, with the usual fields`, async () => {
    const got = await ask(line, ...fields)
    expect(got.status).toBe(status)
    expectUsual(got)
    expect(got.fields).toMatchObject(more)
  })

test('of whole URIs the own one is served, and its authority counts', async () => {
  const got = await raw(
    `GET ${server.origin}/api/health HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
  )
  expect([got.status, got.body]).toEqual([200, expect.stringContaining('"ok"')])
})

test('the framework gets the state of its router as its own script sends it, and no other', async () => {
  const rsc = async (tree: string) => {
    const fields = ['RSC: 1', `Next-Router-State-Tree: ${tree}`]
    const first = await ask('GET /about', ...fields)
    if (first.status !== 307) return first.status
    return (await ask(`GET ${first.fields.location}`, ...fields)).status
  }
  expect(await rsc(encodeURIComponent('["",{"children":[["locale","en","d",null],{}]}]'))).toBe(200)
  for (const tree of ['%zz', '%7B%7D', '[1,{}]', '["",{},null,"zz"]', '["",{"children":'.repeat(400)])
    expect([tree.slice(0, 20), await rsc(tree)]).toEqual([tree.slice(0, 20), 400])
})

test('the log is one object a line, and has no word of a client in it', async () => {
  const word = `nobody-said-${'x'.repeat(2000)}`
  await ask('POST /', `Next-Action: ${word}`)
  await ask(`GET /${word.slice(0, 500)}`)
  await ask(`${word.slice(0, 20)} /`)
  await fetch(`${server.origin}/api/sandbox`, { method: 'POST', headers: { Origin: server.origin } })
  await expect.poll(() => server.output()).toContain('sandbox_created')
  const own = server.output().slice(server.output().indexOf('{"level"'))
  for (const line of own.trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow()
  expect(server.output()).not.toContain('nobody-said')
})

test('a browser with too many cookies of this host is told what to do', async ({ site, page, baseURL }) => {
  const { hostname } = new URL(baseURL!)
  const cookies = Array.from({ length: 5 }, (_, nth) => ({ name: `other${nth}`, value: 'k'.repeat(3500) }))
  await page.context().addCookies(cookies.map((each) => ({ ...each, domain: hostname, path: '/' })))
  await site.button('Add Apple').click()
  const notice = page.getByRole('status').filter({ hasText: 'Delete the cookies of this host' })
  await expect(notice).toBeVisible()
  await page.locator('main').getByRole('button', { name: 'Reload' }).click()
  await expect(page.getByText('Other programs on this host may have set cookies')).toBeVisible()
})
