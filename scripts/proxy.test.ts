/** What HAProxy does with the configuration that is written for it, in front of servers that tell what came. Only where it is installed. */
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync } from 'node:fs'
import { createServer, get, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FrontProxy } from './cells/haproxy'
import { cellsIn, deployed } from './proxy'

const isThere = spawnSync('haproxy', ['-v']).status === 0
const NAME = 'abcdefghi_-'
const KEY = 'k'.repeat(43)

interface Behind {
  name: string
  server: Server
  draining: boolean
}

/** Answers with its name, and with the head as it came. */
async function cell(name: string): Promise<Behind> {
  const own: Behind = { name, server: createServer(), draining: false }
  own.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { url = '', rawHeaders } = request
    if (url === '/api/health?newcomers') response.statusCode = own.draining ? 503 : 200
    if (url === `/_next/static/only-${name === 'a' ? 'b' : 'a'}.js`) response.statusCode = 404
    response.setHeader('Set-Cookie', ['one=1', 'two=2'])
    response.end(JSON.stringify({ name, rawHeaders }))
  })
  own.server.listen(0, '127.0.0.1')
  await once(own.server, 'listening')
  return own
}

const portOf = ({ server }: Behind) => (server.address() as AddressInfo).port

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  return port
}

describe.skipIf(!isThere)('a proxy in front of cells', () => {
  let cells: Behind[]
  let proxy: FrontProxy
  let port: number

  beforeAll(async () => {
    cells = [await cell('a'), await cell('b2')]
    port = await freePort()
    proxy = new FrontProxy(join(mkdtempSync(join(process.env.DATA_DIR!, 'proxy-')), 'haproxy.cfg'), port)
    await proxy.write({
      cells: cells.map((one) => ({ name: one.name, at: `127.0.0.1:${portOf(one)}` })),
      bind: [`127.0.0.1:${port}`],
      certificates: [],
      promises: true,
    })
    await proxy.start()
  })

  afterAll(async () => {
    await proxy.stop()
    for (const { server } of cells) server.close()
  })

  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(`http://127.0.0.1:${port}${path}`, { headers, method })
  const whoAnswers = async (...asked: Parameters<typeof ask>) =>
    ((await (await ask(...asked)).json()) as { name: string }).name

  it.each(['a', 'b2'])('sends what begins with the name of cell %s there, each time', async (name) => {
    const key = `${name}-${KEY}`
    const shop = ['cookie', 'session', 'jwt'].map((lane) => `/api/${lane}/${name}-${NAME}/laptop/cart`)
    for (let nth = 0; nth < 3; nth++) {
      for (const path of shop) expect(await whoAnswers(path)).toBe(name)
      const owner = [
        key,
        `${KEY}.${key}`,
        `${key}.${KEY}`,
        `${key}.zz-${KEY}.${name === 'a' ? 'b2' : 'a'}-${KEY}`,
      ]
      for (const value of owner) {
        const Cookie = `other=a-1; __Secure-owner=${value}`
        expect(await whoAnswers('/api/sandbox/events', { Cookie }), value).toBe(name)
        expect(await whoAnswers('/api/sandbox', { Cookie }, 'POST'), value).toBe(name)
      }
      expect(await whoAnswers('/api/sandbox', { Cookie: `owner=${key}` })).toBe(name)
      for (const path of ['errands', 'reports', 'jar', 'jar/cart'])
        expect(await whoAnswers(`/attacker/${path}`, { 'X-Ticket': `${name}-ticket` })).toBe(name)
    }
  })

  it('sends whoever has nothing yet to each in turn, and to none that takes nobody', async () => {
    const several = async () => new Set([1, 2, 3, 4].map(() => whoAnswers('/api/sandbox', {}, 'POST')))
    expect(new Set(await Promise.all(await several()))).toEqual(new Set(['a', 'b2']))
    cells[0]!.draining = true
    await expect
      .poll(async () => new Set(await Promise.all(await several())), { timeout: 20_000 })
      .toEqual(new Set(['b2']))
    // Whoever is there stays there.
    expect(await whoAnswers(`/api/jwt/a-${NAME}/phone/me`)).toBe('a')
    cells[0]!.draining = false
  }, 30_000)

  it('finds a file of another build where that build is', async () => {
    for (let nth = 0; nth < 4; nth++) {
      expect(await whoAnswers('/_next/static/only-a.js')).toBe('a')
      expect(await whoAnswers('/_next/static/only-b.js')).toBe('b2')
    }
  })

  it('sends a name that no cell has to anyone, who says what is wrong', async () => {
    expect(['a', 'b2']).toContain(await whoAnswers(`/api/jwt/zz-${NAME}/laptop/me`))
    expect(['a', 'b2']).toContain(await whoAnswers(`/api/jwt/${NAME}/laptop/me`))
  })

  it('writes fields as they were written, and says whose address it was', async () => {
    const socket = connect(port, '127.0.0.1')
    socket.write(
      'GET / HTTP/1.1\r\nHost: shop.example:8443\r\nUser-Agent: x\r\nSec-Fetch-Site: none\r\nX-Forwarded-Proto: https\r\nX-Forwarded-For: 9.9.9.9\r\nConnection: close\r\n\r\n',
    )
    const answer = (await socket.setEncoding('utf8').toArray()).join('')
    expect(answer).toContain('\r\nSet-Cookie: one=1\r\nSet-Cookie: two=2\r\n')
    const { rawHeaders } = JSON.parse(answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1))
    expect(rawHeaders).toEqual(
      expect.arrayContaining(['Host', 'shop.example:8443', 'User-Agent', 'Sec-Fetch-Site']),
    )
    expect(rawHeaders.slice(-4)).toEqual(expect.arrayContaining(['X-Forwarded-For', '127.0.0.1']))
    expect(rawHeaders).not.toContain('X-Forwarded-Proto')
  })

  it('says of a cell that is gone that it is away, and nothing else of it', async () => {
    cells[1]!.server.closeAllConnections()
    cells[1]!.server.close()
    // By a connection of its own: a request on a used one may go by a used one to the cell, and where that was closed at the same
    // moment the proxy closes too, which tells a browser to ask again (RFC 9112, section 9.3.1). `fetch` does not.
    const [answer] = (await once(
      get({ host: '127.0.0.1', port, path: `/api/session/b2-${NAME}/laptop/cart`, agent: false }),
      'response',
    )) as [IncomingMessage]
    expect(answer.statusCode).toBe(503)
    expect(answer.headers['content-type']).toBe('application/problem+json')
    expect(await json(answer)).toMatchObject({ code: 'away', status: 503 })
    expect(await whoAnswers(`/api/session/a-${NAME}/laptop/cart`)).toBe('a')
  }, 20_000)
})

it.each([
  ['haproxy.cfg', ['10.213.7.2:3000']],
  ['cells/haproxy.cfg', ['a=10.213.7.2:3000', 'b=10.213.7.3:3000']],
])('deploy/%s is as it is written', (file, words) =>
  expect(readFileSync(join(import.meta.dirname, '../deploy', file), 'utf8')).toBe(deployed(cellsIn(words)!)),
)

it.each([
  [[]],
  [['a=x:1', 'a=y:2']],
  [['A=x:1']],
  [['x:1', 'b=y:2']],
  [['a=x:1\n']],
  [['abcde=x:1']],
  [['a=x']],
])('takes no %j', (words) => expect(cellsIn(words)).toBeNull())
