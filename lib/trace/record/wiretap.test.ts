import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeOver } from '@/lib/http/door/door'
import type { Exchange } from '../model/exchange'
import { closeTimeline, openTimeline, type Timeline } from '../publish/timeline'
import { recorderOf } from './recorder-port'
import { startWireTap } from './wiretap'

const SANDBOX = 'AAAAAAAAAAA'
const SHOP = `/api/session/${SANDBOX}/laptop`

let stopTap: () => void
let server: Server
let timeline: Timeline
let answer: RequestListener

beforeEach(async () => {
  stopTap = startWireTap()
  timeline = openTimeline(SANDBOX, { now: () => new Date() })
  answer = (request, response) => {
    request.resume().on('end', () => response.end('hello'))
  }
  server = createServer((request, response) => answer(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  takeOver(server, { names: { appOrigin: 'http://shop', attackerOrigin: undefined, port: 80 }, count: null })
})

afterEach(() => {
  stopTap()
  closeTimeline(SANDBOX)
  server.closeAllConnections()
  server.close()
})

async function dial(): Promise<Socket> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.setEncoding('latin1')
  await once(socket, 'connect')
  return socket
}

const nextExchange = () =>
  new Promise<Exchange>((resolve) => {
    const end = timeline.subscribe((event) => {
      if (event.type !== 'exchange') return
      end()
      resolve(event.exchange)
    })
  })

/** Sends one request as these octets and waits until it is recorded. `received`: the octets of the answer. */
async function exchangeOf(text: string, socket?: Socket) {
  const line = socket ?? (await dial())
  let received = ''
  const collect = (chunk: string) => {
    received += chunk
  }
  line.on('data', collect)
  const recorded = nextExchange()
  line.write(text, 'latin1')
  const exchange = await recorded
  while (!received.endsWith('hello') && !received.endsWith('0\r\n\r\n')) await once(line, 'data')
  line.off('data', collect)
  if (!socket) line.destroy()
  return { exchange, received }
}

const sent = (lines: string[], body = '') => `${lines.join('\r\n')}\r\n\r\n${body}`

function headOf({ response }: Exchange): string {
  const fields = response!.headers.map(([name, value]) => `${name}: ${value}`)
  return sent([`HTTP/1.1 ${response!.status} ${response!.reason}`, ...fields])
}

test('heads are line for line as they crossed the wire', async () => {
  answer = (_, response) => {
    response.setHeader('Set-Cookie', ['a=1; Path=/', 'b=2; Path=/'])
    response.setHeader('x-oDD-Case', 'kept')
    response.end('hello')
  }
  const long = 'v'.repeat(8000)
  const lines = [
    `GET ${SHOP}/cart?x=%20&y HTTP/1.1`,
    'HOST: shop',
    'accept: a',
    'Accept: b',
    `X-Long: ${long}`,
    'x-empty:',
    'Cookie: a=1; a=2',
  ]
  const { exchange, received } = await exchangeOf(sent(lines))
  expect(exchange.request).toMatchObject({
    method: 'GET',
    target: `${SHOP}/cart?x=%20&y`,
    httpVersion: '1.1',
  })
  expect(exchange.request.headers).toEqual([
    ['HOST', 'shop'],
    ['accept', 'a'],
    ['Accept', 'b'],
    ['X-Long', long],
    ['x-empty', ''],
    ['Cookie', 'a=1; a=2'],
  ])
  expect(`${headOf(exchange)}hello`).toBe(received)
  expect(exchange).toMatchObject({
    completed: true,
    strategy: 'session',
    device: 'laptop',
    action: 'cart.read',
  })
})

test('octets are those of the wire, spaces after colons included', async () => {
  const head = sent([`POST ${SHOP}/cart/items HTTP/1.1`, 'Host:    shop   ', 'Content-Length:7'])
  const { exchange, received } = await exchangeOf(`${head}1234567`)
  expect(exchange.request).toMatchObject({ headBytes: head.length, bodyBytes: 7 })
  // Counted, not kept: the lines are those that the parser hands over.
  expect(exchange.request.headers).toEqual([
    ['Host', 'shop'],
    ['Content-Length', '7'],
  ])
  expect(exchange.response!.headBytes + exchange.response!.bodyBytes).toBe(received.length)
  expect(exchange.response).toMatchObject({ bodyBytes: 5 })
})

test('a body in chunks is counted with its framing, both ways', async () => {
  answer = (request, response) => {
    request.resume().on('end', () => {
      response.write('hel')
      response.end('lo')
    })
  }
  const head = sent([
    `POST ${SHOP}/cart/items HTTP/1.1`,
    'Host: shop',
    'Transfer-Encoding: chunked',
    'Expect: 100-continue',
  ])
  const chunks = '3\r\nabc\r\n0\r\n\r\n'
  const socket = await dial()
  const interim = once(socket, 'data')
  socket.write(head)
  expect(String((await interim)[0])).toBe('HTTP/1.1 100 Continue\r\n\r\n')
  const { exchange, received } = await exchangeOf(chunks, socket)
  socket.destroy()
  expect(exchange.request).toMatchObject({ headBytes: head.length, bodyBytes: chunks.length })
  const answerHead = received.indexOf('\r\n\r\n') + 4
  expect(exchange.response).toMatchObject({ headBytes: answerHead, bodyBytes: received.length - answerHead })
})

test('several requests on one connection are told apart, whatever lies between', async () => {
  const socket = await dial()
  const get = (path: string) => sent([`GET ${path} HTTP/1.1`, 'Host: shop'])
  const first = await exchangeOf(get(`${SHOP}/me`), socket)
  socket.write(get('/elsewhere'))
  while (!String((await once(socket, 'data'))[0]).endsWith('hello'));
  const third = await exchangeOf(get(`${SHOP}/cart`), socket)
  socket.destroy()
  const other = await exchangeOf(get(`${SHOP}/cart`))
  expect(first.exchange.connection.nth).toBe(1)
  expect(third.exchange.connection).toEqual({ id: first.exchange.connection.id, nth: 3 })
  expect(other.exchange.connection).toMatchObject({ nth: 1 })
  expect(other.exchange.connection.id).not.toBe(first.exchange.connection.id)
  expect(third.exchange.request.headBytes).toBe(get(`${SHOP}/cart`).length)
  expect(third.exchange.response!.headBytes + 5).toBe(third.received.length)
})

test('a client that goes away leaves an exchange without an answer', async () => {
  const arrived = new Promise<void>((resolve) => {
    answer = () => resolve()
  })
  const socket = await dial()
  const recorded = nextExchange()
  socket.write(sent([`GET ${SHOP}/cart HTTP/1.1`, 'Host: shop']))
  await arrived
  socket.destroy()
  expect(await recorded).toMatchObject({ completed: false, response: null, action: 'cart.read' })
})

/** As a route handler gets it from the framework. */
const recorderFor = ({ headers }: IncomingMessage) =>
  recorderOf(new Request('http://shop/', { headers: headers as Record<string, string> }))

test('a recorder is there while the request is served, and only then', async () => {
  const seen: (string | undefined)[] = []
  const requests: IncomingMessage[] = []
  answer = async (request, response) => {
    await Promise.resolve()
    requests.push(request)
    seen.push(recorderFor(request)?.sandbox)
    recorderFor(request)?.problem('empty_cart')
    response.end('hello')
  }
  const socket = await dial()
  const { exchange } = await exchangeOf(sent([`GET ${SHOP}/cart HTTP/1.1`, 'Host: shop']), socket)
  socket.write(sent(['GET /api/health HTTP/1.1', 'Host: shop']))
  await once(socket, 'data')
  socket.destroy()
  expect(seen).toEqual([SANDBOX, undefined])
  expect(exchange.problem).toBe('empty_cart')
  expect(requests.map(recorderFor)).toEqual([null, null])
})

test('the field that names a recorder means nothing when a client writes it', async () => {
  const seen: (string | undefined)[] = []
  let field: unknown
  let release = () => {}
  answer = (request, response) => {
    if (request.url?.endsWith('/cart')) {
      // Under way, while others guess its name.
      field = request.headers['x-recorder']
      release = () => response.end('hello')
      return
    }
    seen.push(recorderFor(request)?.sandbox)
    response.end('hello')
  }
  const recorded = nextExchange()
  const victim = await dial()
  victim.write(sent([`GET ${SHOP}/cart HTTP/1.1`, 'Host: shop', 'X-Recorder: 1']))
  const socket = await dial()
  while (field === undefined) await new Promise(setImmediate)
  socket.write(sent(['GET / HTTP/1.1', 'Host: shop', `X-Recorder: ${field}`]))
  await once(socket, 'data')
  release()
  const { request } = await recorded
  victim.destroy()
  socket.destroy()
  expect(seen).toEqual([undefined])
  // The head is recorded as it came all the same.
  expect(request.headers).toEqual([
    ['Host', 'shop'],
    ['X-Recorder', '1'],
  ])
})

test('of requests that come in one segment, each has its own', async () => {
  const seen: (string | undefined)[] = []
  answer = (request, response) => {
    seen.push(recorderFor(request)?.device)
    response.end('hello')
  }
  const recorded = nextExchange()
  const socket = await dial()
  const phone = SHOP.replace('laptop', 'phone')
  const targets = [`${SHOP}/cart`, `${phone}/cart`, '/']
  socket.write(targets.map((target) => sent([`GET ${target} HTTP/1.1`, 'Host: shop'])).join(''))
  await recorded
  while (seen.length < 3) await once(socket, 'data')
  socket.destroy()
  expect(seen).toEqual(['laptop', 'phone', undefined])
})

test('what the door refuses is recorded as it came, with the code of the refusal', async () => {
  const line = `GET ${SHOP}/%zz HTTP/1.1`
  const recorded = nextExchange()
  const socket = await dial()
  socket.write(sent([line, 'Host: shop']))
  const { request, response, problem } = await recorded
  socket.destroy()
  expect(`${request.method} ${request.target} HTTP/1.1`).toBe(line)
  expect([response?.status, problem]).toEqual([400, 'malformed_path'])
})

test('a method that no route takes is asked for as one that a route refuses, and recorded as it came', async () => {
  let served = ''
  answer = (request, response) => {
    served = `${request.method} ${request.url}`
    response.end('hello')
  }
  const { exchange } = await exchangeOf(sent([`PROPFIND ${SHOP}/cart HTTP/1.1`, 'Host: shop']))
  expect(served).toBe(`OPTIONS ${SHOP}/cart`)
  expect(exchange.request.method).toBe('PROPFIND')
})

test('two Authorization fields reach the server as both, and are recorded as two', async () => {
  let field: string | undefined
  answer = (request, response) => {
    field = request.headers.authorization
    response.end('hello')
  }
  const lines = [
    `GET ${SHOP}/cart HTTP/1.1`,
    'Host: shop',
    'Authorization: Bearer a',
    'authorization: Bearer b',
  ]
  const { exchange } = await exchangeOf(sent(lines))
  expect(field).toBe('Bearer a, Bearer b')
  expect(exchange.request.headers.slice(1)).toEqual([
    ['Authorization', 'Bearer a'],
    ['authorization', 'Bearer b'],
  ])
})

test('nothing is kept for a sandbox that is not in memory, or a device that does not exist', async () => {
  const socket = await dial()
  for (const path of [
    '/api/session/BBBBBBBBBBB/laptop/cart',
    `/api/session/${SANDBOX}/tablet/cart`,
    `/api/sandbox/x`,
  ]) {
    socket.write(sent([`GET ${path} HTTP/1.1`, 'Host: shop']))
    while (!String((await once(socket, 'data'))[0]).endsWith('hello'));
  }
  socket.destroy()
  expect(timeline.latest).toBe(0)
})

test('a whole URI as target means the same', async () => {
  const target = `http://shop${SHOP}/cart`
  const { exchange } = await exchangeOf(sent([`GET ${target} HTTP/1.1`, 'Host: shop']))
  expect(exchange).toMatchObject({ action: 'cart.read', request: { target } })
})

test('started twice it listens once', async () => {
  expect(startWireTap()).toBe(stopTap)
  await exchangeOf(sent([`GET ${SHOP}/cart HTTP/1.1`, 'Host: shop']))
  expect(timeline.latest).toBe(1)
})

test('HTTP/1.0 is recorded as such, and so is the connection that ends with it', async () => {
  const lines = [`GET ${SHOP}/cart HTTP/1.0`, 'Host: shop']
  const { exchange, received } = await exchangeOf(sent(lines))
  expect(exchange.request).toMatchObject({ httpVersion: '1.0', headBytes: sent(lines).length })
  expect(`${headOf(exchange)}hello`).toBe(received)
  expect(exchange.response!.headers).toContainEqual(['Connection', 'close'])
})

test('an answer before the body has come is recorded with what came of it', async () => {
  answer = (_, response) => {
    response.writeHead(413, { Connection: 'close' })
    response.end('hello')
  }
  const head = sent([`POST ${SHOP}/cart/items HTTP/1.1`, 'Host: shop', 'Content-Length: 1000000'])
  const { exchange, received } = await exchangeOf(`${head}${'x'.repeat(1000)}`)
  const { status, headBytes, bodyBytes } = exchange.response!
  expect([status, headBytes + bodyBytes]).toEqual([413, received.length])
  expect(exchange.request.headBytes).toBe(head.length)
  expect(exchange.request.bodyBytes).toBeLessThanOrEqual(1000)
})

test('a client that goes away in its own body leaves what it sent, and no answer', async () => {
  const arrived = new Promise<void>((resolve) => {
    answer = (request) => request.once('data', () => resolve())
  })
  const head = sent([`POST ${SHOP}/cart/items HTTP/1.1`, 'Host: shop', 'Content-Length: 100'])
  const socket = await dial()
  const recorded = nextExchange()
  socket.write(`${head}1234567890`)
  await arrived
  socket.destroy()
  expect(await recorded).toMatchObject({
    completed: false,
    response: null,
    request: { headBytes: head.length, bodyBytes: 10 },
  })
})

test('a client that goes away in the middle of the answer leaves a head, and is not called completed', async () => {
  answer = (_, response) => {
    response.writeHead(200, { 'Content-Length': '100' })
    response.write('hello')
  }
  const socket = await dial()
  const recorded = nextExchange()
  socket.write(sent([`GET ${SHOP}/cart HTTP/1.1`, 'Host: shop']))
  await once(socket, 'data')
  socket.destroy()
  expect(await recorded).toMatchObject({ completed: false, response: { status: 200 } })
})

test('without a Host the door answers, and that is recorded', async () => {
  const recorded = nextExchange()
  const socket = await dial()
  socket.write(sent([`GET ${SHOP}/cart HTTP/1.1`]))
  const received = String((await once(socket, 'data'))[0])
  socket.destroy()
  const exchange = await recorded
  expect(exchange).toMatchObject({ request: { headers: [] }, response: { status: 400 } })
  expect(received.startsWith(headOf(exchange))).toBe(true)
})

/** RFC 9112 section 5.2 lets a server refuse folded lines; sections 5.1 and 6.3 ask it to refuse the other two. */
test.each([
  ['a folded line', ['X-Folded: one', ' two']],
  ['a name with a space before its colon', ['Odd : 1']],
  ['two lengths that differ', ['Content-Length: 1', 'Content-Length: 2']],
])('%s: refused by the parser of Node, before anybody hears of it', async (_, more) => {
  const socket = await dial()
  socket.write(sent([`GET ${SHOP}/cart HTTP/1.1`, 'Host: shop', ...more]))
  const received = String((await once(socket, 'data'))[0])
  socket.destroy()
  expect(received.split('\r\n')[0]).toBe('HTTP/1.1 400 Bad Request')
  expect(timeline.latest).toBe(0)
})
