import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { until } from '@/lib/testing/until'
import { Unread } from './unread'

let server: Server
const sockets: Socket[] = []
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy()
  server.closeAllConnections()
  server.close()
})

const MB = 1024 * 1024

async function open(unread: Unread) {
  server = createServer((request, response) => {
    unread.watch(response)
    const [, megabytes, type] = request.url!.split('/')
    response.setHeader('Content-Type', `text/${type}`)
    response.end(Buffer.alloc(Number(megabytes) * MB))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
}

/** Asks for so many MB. */
async function ask(megabytes: number, reads: boolean, type = 'html', address = '192.0.2.1'): Promise<Socket> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  sockets.push(socket)
  socket.on('error', () => {})
  await once(socket, 'connect')
  socket.write(`GET /${megabytes}/${type} HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: ${address}\r\n\r\n`)
  if (reads) socket.resume()
  return socket
}

interface ServerSide {
  socket: Socket
  closed: Promise<unknown>
}

/** As the server sees it: a client that does not read does not notice. */
const serverSide = () =>
  new Promise<ServerSide>((resolve) =>
    server.once('connection', (socket) => resolve({ socket, closed: once(socket, 'close') })),
  )

/** Octets that the kernel has not taken yet. */
const queue = (socket: Socket) =>
  (socket as unknown as { _handle: { writeQueueSize: number } })._handle.writeQueueSize

/** Asks and reads nothing. @returns the server's side, when the kernel has taken what it can */
async function stuck(megabytes: number, address?: string): Promise<Socket> {
  const side = serverSide()
  await ask(megabytes, false, 'html', address)
  const { socket } = await side
  let before = 0
  await until(() => {
    const isSteady = before > 0 && queue(socket) === before
    before = queue(socket)
    return isSteady
  })
  return socket
}

/** One that looks when it is told to, by a clock of its own. */
async function openByHand(bounds: { most?: number; longest?: number }) {
  let now = 0
  const unread = new Unread({ ...bounds, every: 3_600_000, now: () => now })
  await open(unread)
  return {
    look(milliseconds: number) {
      now += milliseconds
      unread.look()
    },
  }
}

test('beyond the bound for all, whoever has read nothing for longest is let go, and nobody else', async () => {
  const { look } = await openByHand({ most: 40 * MB })
  const slowest = await stuck(30)
  look(10)
  const side = serverSide()
  await ask(30, true)
  const { socket: reader } = await side
  await until(() => reader.bytesWritten > 30 * MB && queue(reader) === 0)
  const later = await stuck(30)
  look(10)
  expect([slowest, reader, later].map(({ destroyed }) => destroyed)).toEqual([true, false, false])
})

test('of the network address for which the most lies there, however long somebody else has read nothing', async () => {
  const { look } = await openByHand({ most: 125 * MB })
  const connections: Socket[] = []
  for (const address of ['192.0.2.1', '192.0.2.2', '192.0.2.2', '192.0.2.2']) {
    connections.push(await stuck(40, address))
    look(10)
  }
  expect(connections.map(({ destroyed }) => destroyed)).toEqual([false, true, false, false])
})

test('who reads, however slowly, is not let go', async () => {
  const { look } = await openByHand({ longest: 100 })
  const side = serverSide()
  const reader = await ask(60, false)
  const { socket: slow } = await side
  await until(() => queue(slow) > 0)
  for (let n = 0; n < 5; n++) {
    const before = queue(slow)
    while (queue(slow) === before) {
      reader.read()
      await new Promise((resolve) => setImmediate(resolve))
    }
    look(90)
    expect(slow.destroyed).toBe(false)
  }
  look(101)
  expect(slow.destroyed).toBe(true)
})

test('within the bound, who has read nothing for too long is let go as well', async () => {
  await open(new Unread({ longest: 100, every: 10 }))
  const side = serverSide()
  await ask(30, false)
  await (await side).closed
})

test('but no event stream: it has its own bounds', async () => {
  await open(new Unread({ longest: 100, every: 10 }))
  const first = serverSide()
  await ask(30, false, 'event-stream')
  const { socket: stream } = await first
  const second = serverSide()
  await ask(30, false)
  await (await second).closed
  expect(stream.destroyed).toBe(false)
})
