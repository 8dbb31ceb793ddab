/** What is kept of a request to another server is what went over the socket: both ends of it are compared, octet by octet. */

import { once } from 'node:events'
import { Agent } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { installDoor } from '@/lib/http/door/door'
import { addedBytes } from '@/lib/reading/wire/added-bytes'
import { freshSandbox } from '@/lib/testing/sandbox'
import { curlOf } from '@/lib/trace/export/curl'
import { harOf } from '@/lib/trace/export/har'
import { maskExchange } from '@/lib/trace/export/mask'
import { exchangeText } from '@/lib/trace/fast/exchange-text'
import type { Exchange } from '@/lib/trace/model/exchange'
import { openTimeline } from '@/lib/trace/publish/timeline'
import { startWireTap } from '@/lib/trace/record/wiretap'
import { sentLine } from '../run/sent-line'
import type { Reply } from '../stage/client'
import { openHttp } from './open-http'
import { BrokenWire, type OutsideAsk, openWire } from './wire'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

async function aRoom() {
  const { sandbox } = await freshSandbox()
  const timeline = openTimeline(sandbox.id, sandbox.clock, sandbox)
  const noted: Reply[] = []
  const wire = openWire({ strategy: 'session', timeline, noted: (_, reply) => noted.push(reply) })
  return { wire, timeline, noted }
}

const ASK: Omit<OutsideAsk, 'port'> = {
  ...{ to: 'node 2', device: 'laptop', action: 'cart.read', method: 'GET', path: '/cart?x=1' },
}

/** Answers each request of a connection with the next of these texts; null: hangs up. */
async function rawServer(answers: (string | null)[]) {
  const got: string[] = []
  const server = createServer((socket: Socket) => {
    socket.on('data', (octets) => {
      got.push(octets.toString('latin1'))
      const answer = answers.shift()
      if (answer) socket.write(answer, 'latin1')
      else socket.destroy()
    })
    socket.on('error', () => {})
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  ends.push(() => server.close())
  return { port: (server.address() as AddressInfo).port, got }
}

const headOf = ({ request }: Exchange) =>
  `${request.method} ${request.target} HTTP/${request.httpVersion}\r\n${request.headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`

it('keeps both heads as they crossed the socket, in order, number and case, and counts what came after', async () => {
  const answer =
    'HTTP/1.1 203 So So\r\nX-b: 2\r\nx-B: 3\r\nSet-Cookie: node-id=abcdefghijklmnop; Path=/\r\nContent-Length: 5\r\n\r\nhello'
  const { port, got } = await rawServer([answer])
  const { wire, timeline, noted } = await aRoom()
  const headers: OutsideAsk['headers'] = [
    ['cookie', 'node-id=abcdefghijklmnop'],
    ['X-a', '1'],
    ['x-A', '2'],
  ]
  const reply = await wire.send({
    ...ASK,
    port,
    host: 'cart.example',
    headers,
    method: 'POST',
    body: { sku: 'apple' },
  })
  const exchange = reply.exchange!
  expect(headOf(exchange)).toBe(got[0]!.slice(0, exchange.request.headBytes))
  expect(got[0]!.slice(exchange.request.headBytes)).toBe('{"sku":"apple"}')
  expect(exchange.request).toMatchObject({
    bodyBytes: 15,
    headers: expect.arrayContaining([['Host', 'cart.example'], ...headers]),
  })
  expect(exchange.response).toEqual({
    ...{ status: 203, reason: 'So So', headBytes: answer.length - 5, bodyBytes: 5 },
    headers: [
      ['X-b', '2'],
      ['x-B', '3'],
      ['Set-Cookie', 'node-id=abcdefghijklmnop; Path=/'],
      ['Content-Length', '5'],
    ],
  })
  expect(exchange).toMatchObject({
    answeredBy: 'node 2',
    completed: true,
    sent: { text: '{"sku":"apple"}' },
    connection: { nth: 1 },
  })
  expect(reply).toMatchObject({
    status: 203,
    text: 'hello',
    json: null,
    setCookie: ['node-id=abcdefghijklmnop; Path=/'],
  })
  expect(timeline.get(exchange.id)).toBe(exchange)
  expect(noted).toEqual([reply])
  // A cookie of another server is its own, whatever its name: nothing strange on this wire.
  expect(addedBytes(exchange)).toMatchObject({ foreign: 0, request: 34 })
})

it('is told of wherever exchanges are, without its credential', async () => {
  const { port } = await rawServer(['HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}'])
  const { wire, noted } = await aRoom()
  const headers: OutsideAsk['headers'] = [['Authorization', 'Bearer secret-secret-secret']]
  const { exchange } = await wire.send({ ...ASK, port, headers })
  for (const text of [
    exchangeText(exchange!),
    JSON.stringify(maskExchange(exchange!)),
    JSON.stringify(exchange),
  ])
    expect(JSON.parse(text).answeredBy).toBe('node 2')
  const har = harOf([exchange!], { origin: 'https://shop.example', reveal: false })
  expect(har.log.entries[0]).toMatchObject({
    _answeredBy: 'node 2',
    request: { url: `http://127.0.0.1:${port}/cart?x=1` },
  })
  expect(curlOf(exchange!, { origin: 'https://shop.example' }).text).toContain(
    `'http://127.0.0.1:${port}/cart?x=1'`,
  )
  const line = sentLine({ lane: 'session', device: 'laptop', act: null, reply: noted[0]! })
  expect(line).toMatchObject({ answeredBy: 'node 2', exchange: exchange!.id, status: 200 })
  expect(JSON.stringify([line, har, exchangeText(exchange!)])).not.toContain('secret-secret')
})

it('knows connections by their sockets', async () => {
  const server = await openHttp((_, response) => void response.end('ok'))
  ends.push(server.close)
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  ends.push(() => agent.destroy())
  const { wire } = await aRoom()
  const kept = [await wire.send({ ...ASK, ...server, agent }), await wire.send({ ...ASK, ...server, agent })]
  const apart = [await wire.send({ ...ASK, ...server }), await wire.send({ ...ASK, ...server })]
  const [one, two, three, four] = [...kept, ...apart].map(({ exchange }) => exchange!.connection)
  expect(two).toEqual({ id: one!.id, nth: 2 })
  expect([three!.nth, four!.nth]).toEqual([1, 1])
  expect(new Set([one!.id, three!.id, four!.id]).size).toBe(3)
  expect(kept[1]!.exchange!.response!.bodyBytes).toBe(2)
})

it('speaks HTTP/1.0, and says so on the wire', async () => {
  const { port, got } = await rawServer(['HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok'])
  const { wire } = await aRoom()
  const { exchange } = await wire.send({ ...ASK, port, httpVersion: '1.0' })
  expect(got[0]).toBe(`GET /cart?x=1 HTTP/1.0\r\nHost: 127.0.0.1:${port}\r\n\r\n`)
  expect(headOf(exchange!)).toBe(got[0])
})

it('an interim answer is not the answer', async () => {
  const answer = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n'
  const { port } = await rawServer([`HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n${answer}ok`])
  const { wire } = await aRoom()
  const { exchange } = await wire.send({ ...ASK, port })
  expect(exchange!.response).toMatchObject({ status: 200, headBytes: answer.length, bodyBytes: 2 })
})

it.each([
  ['before any answer', null, null],
  ['in the middle of one', 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf', 200],
])('a connection that breaks %s throws, and the exchange is kept', async (_, answer, status) => {
  const server = createServer((socket) => {
    socket.once('data', () => (answer ? socket.end(answer) : socket.destroy()))
    socket.on('error', () => {})
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  ends.push(() => server.close())
  const { wire, timeline, noted } = await aRoom()
  const broken = await wire
    .send({ ...ASK, port: (server.address() as AddressInfo).port })
    .catch((error: unknown) => error)
  expect(broken).toBeInstanceOf(BrokenWire)
  const { exchange } = broken as BrokenWire
  expect(exchange).toMatchObject({ completed: false, answeredBy: 'node 2' })
  expect(exchange!.response?.status ?? null).toBe(status)
  expect(timeline.get(exchange!.id)).toBe(exchange)
  expect(noted.map((one) => [one.status, one.exchange])).toEqual([[0, exchange]])
})

it('nobody there: nothing went over a wire, and nothing is kept', async () => {
  const server = await openHttp(() => {})
  await server.close()
  const { wire, timeline } = await aRoom()
  await expect(wire.send({ ...ASK, port: server.port })).rejects.toMatchObject({
    code: 'ECONNREFUSED',
    exchange: null,
  })
  expect(timeline.latest).toBe(0)
})

it('a server of a run is none of this shop’s: no door before it, no wire tap on it, and nothing left of it', async () => {
  installDoor()
  ends.push(startWireTap())
  const { wire, timeline } = await aRoom()
  const server = await openHttp((_, response) => void response.end('ok'))
  const path = `/api/session/${timeline.sandboxId}/laptop/cart`
  const reply = await wire.send({ ...ASK, ...server, host: 'another.example', path })
  expect(reply).toMatchObject({ status: 200, text: 'ok' })
  expect(reply.exchange!.response!.headers.map(([name]) => name)).toEqual([
    'Date',
    'Connection',
    'Content-Length',
  ])
  expect(timeline.after(0).map(({ answeredBy }) => answeredBy)).toEqual(['node 2'])
  await server.close()
  await server.close()
  const [error] = await once(connect(server.port, '127.0.0.1'), 'error')
  expect(error.code).toBe('ECONNREFUSED')
})
