/** Over real sockets: who waits, who is sent away, and what the memory holds meanwhile. */
import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { env } from '@/lib/process/env'
import { until } from '@/lib/testing/until'
import { Count, REQUESTS, WORK } from './count'
import { takeOver } from './door'

let server: Server
/** What the server behind the door was asked for, and has not answered yet. */
let asked: { url: string; response: ServerResponse }[]
let seen: string[]
let atOnce: boolean

const sockets: Socket[] = []

async function open(scale = 1, most?: ConstructorParameters<typeof Count>[1]): Promise<void> {
  asked = []
  seen = []
  atOnce = true
  server = createServer((request, response) => {
    seen.push(request.url!)
    if (atOnce) response.end('hello')
    else asked.push({ url: request.url!, response })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const names = { appOrigin: 'http://shop', attackerOrigin: undefined, port: 80 }
  takeOver(server, { names, count: new Count(scale, most) })
}

beforeEach(() => {
  // Each address is a visitor's own.
  env.TRUSTED_PROXY_HOPS = 1
})
afterEach(() => {
  env.TRUSTED_PROXY_HOPS = 0
  for (const socket of sockets.splice(0)) socket.destroy()
  server.closeAllConnections()
  server.close()
})

function client() {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  sockets.push(socket)
  let received = ''
  socket.setEncoding('utf8').on('data', (chunk) => (received += chunk))
  socket.on('error', () => {})
  return {
    socket,
    statuses: () => [...received.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status)),
    received: () => received,
  }
}

const request = (path: string, address = '192.0.2.1', more = '') =>
  `GET ${path} HTTP/1.1\r\nHost: shop\r\nX-Forwarded-For: ${address}\r\n${more}\r\n`

async function answer(path: string, address?: string, more = '') {
  const { socket, statuses, received } = client()
  socket.write(request(path, address, `Connection: close\r\n${more}`))
  await once(socket, 'close')
  return { status: statuses()[0], received: received() }
}

describe('requests of routes', () => {
  test('beyond the burst wait, in the order of coming; another address does not', async () => {
    await open(0.05)
    const first = client()
    // All of the burst, and two more.
    first.socket.write(Array.from({ length: 22 }, (_, nth) => request(`/api/${nth}`)).join(''))
    await until(() => seen.length >= 20)
    expect((await answer('/api/other', '192.0.2.2')).status).toBe(200)
    await until(() => first.statuses().length === 22)
    expect(first.statuses()).toEqual(Array(22).fill(200))
    expect(seen.filter((path) => path !== '/api/other').join()).toBe(
      Array.from({ length: 22 }, (_, nth) => `/api/${nth}`).join(),
    )
  })

  test('that would wait for too long are sent away with Retry-After, a problem; another address is not', async () => {
    await open(0.0001)
    expect((await answer('/api/catalogue')).status).toBe(200)
    const sent = await answer('/api/catalogue')
    expect(sent.status).toBe(429)
    expect(Number(/^Retry-After: (\d+)\r$/m.exec(sent.received)?.[1])).toBeGreaterThan(10)
    expect(sent.received).toContain('"code":"too_many"')
    expect((await answer('/api/catalogue', '192.0.2.2')).status).toBe(200)
  })

  test.each([
    ['what is refused', '/%zz', 400],
    ['what is moved', '/about/', 308],
    ['what is too long', `/?${'a&'.repeat(200)}`, 414],
    ['what answers always', '/api/health', 200],
  ])('%s counts as well', async (_, path, status) => {
    await open(0.0001)
    expect((await answer(path)).status).toBe(status)
    expect((await answer(path)).status).toBe(429)
  })

  test('who has hung up meanwhile is not served', async () => {
    await open(0.01)
    await spent('192.0.2.1', 4)
    const gone = client()
    gone.socket.write(request('/api/gone'))
    await answer('/%zz', '192.0.2.2')
    gone.socket.destroy()
    expect((await answer('/api/last')).status).toBe(200)
    expect(seen).not.toContain('/api/gone')
  })

  test('only so many wait: those of one address, and all together', async () => {
    await open(0.003, { inAll: 3, ofAddress: 2 })
    await spent('192.0.2.1', 1)
    await spent('192.0.2.2', 1)
    const waiting = (address: string) => client().socket.write(request('/api/waits', address))
    waiting('192.0.2.1')
    waiting('192.0.2.1')
    await answer('/%zz', '192.0.2.4')
    expect((await answer('/api/x', '192.0.2.1')).status).toBe(429)
    waiting('192.0.2.2')
    await answer('/%zz', '192.0.2.4')
    expect((await answer('/api/x', '192.0.2.2')).status).toBe(429)
    expect((await answer('/api/x', '192.0.2.3')).status).toBe(200)
  })

  test('are served two at a time, addresses in turns; an answer that has begun holds up nobody', async () => {
    await open(1000, { longest: 60_000 })
    atOnce = false
    const ask = (path: string, address: string) => client().socket.write(request(path, address))
    for (let nth = 0; nth < 5; nth++) ask(`/api/a${nth}`, '192.0.2.1')
    await until(() => asked.length === 2)
    ask('/api/b', '192.0.2.2')
    ask('/a-page', '192.0.2.3')
    await until(() => seen.includes('/a-page'))
    expect(seen).toHaveLength(3)
    asked[0]!.response.write('a stream begins')
    asked[1]!.response.end('done')
    await until(() => seen.length === 5)
    expect(seen).toContain('/api/b')
  })

  test('are as many as it is told, where they wait for a database elsewhere', async () => {
    await open(1000, { servedAtOnce: 5, longest: 60_000 })
    atOnce = false
    for (let nth = 0; nth < 9; nth++) client().socket.write(request(`/api/far${nth}`))
    await until(() => asked.length === 5)
    asked[0]!.response.end('done')
    await until(() => asked.length === 6)
  })

  test('that wait for something else than the processor hold up nobody for long', async () => {
    await open(1000, { longest: 1 })
    atOnce = false
    for (let nth = 0; nth < 20; nth++) client().socket.write(request('/api/waits'))
    await until(() => asked.length === 20)
  })

  /** The next one waits. */
  async function spent(address: string, burst: number) {
    const before = seen.length
    client().socket.write(request('/api/spends', address).repeat(burst))
    await until(() => seen.length === before + burst)
  }
})

describe('pages', () => {
  test('are drawn two at a time; addresses take turns', async () => {
    await open(1000)
    atOnce = false
    for (const path of ['/a1', '/a2', '/a3', '/a4']) client().socket.write(request(path, '192.0.2.1'))
    await until(() => asked.length === 2)
    client().socket.write(request('/b1', '192.0.2.2'))
    // Whoever is let in without a line is in by the time that this is.
    await once(
      client().socket.on('connect', function (this: Socket) {
        this.write(request('/api/x'))
      }),
      'connect',
    )
    await until(() => seen.includes('/api/x'))
    expect(seen.filter((path) => !path.startsWith('/api/'))).toHaveLength(2)
    while (seen.length < 6) {
      asked.shift()?.response.end('drawn')
      await until(() => asked.length > 0)
    }
    expect(seen.indexOf('/b1')).toBeLessThan(5)
    expect(seen.at(-1)).not.toBe('/b1')
  })

  test('of who has hung up in the line are not drawn', async () => {
    await open(1000)
    atOnce = false
    for (const path of ['/1', '/2']) client().socket.write(request(path))
    await until(() => asked.length === 2)
    const third = client()
    third.socket.write(request('/3', '192.0.2.3'))
    client().socket.write(request('/4', '192.0.2.4'))
    await answer('/%zz')
    third.socket.destroy()
    await answer('/%zz')
    asked[0]!.response.end('drawn')
    await until(() => asked.length === 3)
    expect(seen).not.toContain('/3')
  })

  test('beyond what may wait are sent away: with a page that counts down, in the own language', async () => {
    await open(0.001)
    const [page, other] = [await answer('/ko'), await answer('/ko', undefined, 'Accept: text/html\r\n')]
    expect(page.status).toBe(200)
    expect(other.status).toBe(429)
    const seconds = Number(/^Retry-After: (\d+)\r$/m.exec(other.received)?.[1])
    expect(seconds).toBeGreaterThan(1)
    expect(other.received).toContain(`<span id="n">${seconds}</span>`)
    expect(other.received).toContain('요청이 너무 많습니다')
    expect(other.received).toMatch(/script-src 'nonce-[\w+/]{22}=='/)
    expect((await answer('/', '192.0.2.2')).status).toBe(200)
  })

  test('do not wait for a reader: the next one is drawn when this one is made, not when it is read', async () => {
    await open(1000)
    atOnce = false
    const slow = [client(), client()]
    for (const { socket } of slow) {
      socket.pause()
      socket.write(request('/big'))
    }
    await until(() => asked.length === 2)
    client().socket.write(request('/next', '192.0.2.2'))
    for (const { response } of asked.splice(0)) {
      for (let nth = 0; nth < 100; nth++) expect(response.write(Buffer.alloc(100_000))).toBe(true)
      response.end()
    }
    await until(() => seen.includes('/next'))
    expect(slow.map(({ socket }) => socket.destroyed)).toEqual([false, false])
  })
})

describe('one connection', () => {
  const pipelined = (count: number) =>
    Array.from({ length: count }, (_, nth) => request(`/api/${nth}`)).join('')

  test('gets one answer after the other, in order', async () => {
    await open(1000)
    atOnce = false
    const { socket, received } = client()
    socket.write(pipelined(3))
    for (let nth = 0; nth < 3; nth++) {
      await until(() => asked.length === 1)
      const [one] = asked.splice(0)
      expect(seen).toHaveLength(nth + 1)
      one!.response.end(one!.url)
    }
    await until(() => received().includes('/api/2'))
    expect([...received().matchAll(/\/api\/\d/g)].join()).toBe('/api/0,/api/1,/api/2')
  })

  test('may send a hundred ahead: the one beyond is the last, and is told so', async () => {
    await open(1000)
    const { socket, statuses } = client()
    socket.write(pipelined(1400))
    await once(socket, 'close')
    expect(statuses()).toEqual([...Array(101).fill(200), 429])
    expect(seen).toHaveLength(101)
  })

  test('what follows a body that nobody read is not looked at', async () => {
    await open(1000)
    const { socket, statuses } = client()
    socket.write(
      `POST /api/%zz HTTP/1.1\r\nHost: shop\r\nContent-Length: 3\r\n\r\nabc${request('/api/after')}`,
    )
    await once(socket, 'close')
    expect([statuses(), seen]).toEqual([[400], []])
  })

  test('that ends takes along what it had sent ahead', async () => {
    await open(1000)
    atOnce = false
    const { socket } = client()
    socket.write(pipelined(50))
    await until(() => asked.length === 1)
    socket.destroy()
    await once(asked[0]!.response, 'close')
    await answer('/%zz')
    expect(seen).toEqual(['/api/0'])
  })
})

describe('a class of 300 behind one address', () => {
  const LEARNERS = 300

  test('begins within a minute, and nobody waits', () => {
    const [page, files] = [25, 27]
    const points = LEARNERS * (page + files)
    expect(points / 60).toBeLessThan(WORK.perSecond)
    // Ten of a second at the same moment fit into the burst many times over.
    expect(40 * (page + files)).toBeLessThan(WORK.burst)
    // Sandbox, twice; stream, catalogue, dials, exchanges; three carts; three sign-ins.
    expect((LEARNERS * (6 * 3 + 3 * 1 + 3 * 3)) / 60).toBeLessThan(REQUESTS.perSecond)
  })

  test('changes its three carts every three seconds, all in the same moment, and refreshes its access tokens', () => {
    const [changes, refresh, change] = [3, 3, 1]
    // Of the jwt lane once a minute: refused, refreshed, asked for again.
    const points = (LEARNERS * changes) / 3 + (LEARNERS * (refresh + change)) / 60
    expect(points).toBeLessThanOrEqual(REQUESTS.perSecond)
    expect(LEARNERS * changes).toBeLessThanOrEqual(REQUESTS.burst)
  })

  test('is what is allowed, and a fourth of that besides', () => {
    expect(REQUESTS).toEqual({ perSecond: 400, burst: 1200 })
  })
})
