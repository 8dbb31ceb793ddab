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

/** As the server sees it: a client that does not read does not notice. */
const serverSide = () => new Promise<Socket>((resolve) => server.once('connection', resolve))

test('beyond the bound for all, whoever has read nothing for longest is let go, and nobody else', async () => {
  await open(new Unread({ most: 40 * MB, every: 10 }))
  const first = serverSide()
  await ask(30, false)
  const slowest = await first
  const reader = await ask(30, true)
  const second = serverSide()
  await ask(30, false)
  const later = await second
  await once(slowest, 'close')
  expect([later.destroyed, reader.destroyed]).toEqual([false, false])
})

test('of the network address for which the most lies there, however long somebody else has read nothing', async () => {
  await open(new Unread({ most: 125 * MB, every: 10 }))
  const connections: Socket[] = []
  for (const address of ['192.0.2.1', '192.0.2.2', '192.0.2.2', '192.0.2.2']) {
    const connection = serverSide()
    await ask(40, false, 'html', address)
    connections.push(await connection)
  }
  await once(connections[1]!, 'close')
  expect(connections.map(({ destroyed }) => destroyed)).toEqual([false, true, false, false])
})

test('who reads, however slowly, is not let go', async () => {
  let now = 0
  const unread = new Unread({ longest: 100, every: 3_600_000, now: () => now })
  await open(unread)
  const connection = serverSide()
  const reader = await ask(60, false)
  const slow = await connection
  await until(() => queue(slow) > 0)
  for (let n = 0; n < 5; n++) {
    const before = queue(slow)
    while (queue(slow) === before) {
      reader.read()
      await new Promise((resolve) => setImmediate(resolve))
    }
    now += 90
    unread.look()
    expect(slow.destroyed).toBe(false)
  }
  now += 101
  unread.look()
  expect(slow.destroyed).toBe(true)
})

/** Octets that the kernel has not taken yet. */
const queue = (socket: Socket) =>
  (socket as unknown as { _handle: { writeQueueSize: number } })._handle.writeQueueSize

test('within the bound, who has read nothing for too long is let go as well', async () => {
  await open(new Unread({ longest: 100, every: 10 }))
  const connection = serverSide()
  await ask(30, false)
  await once(await connection, 'close')
})

test('but no event stream: it has its own bounds', async () => {
  await open(new Unread({ longest: 100, every: 10 }))
  const first = serverSide()
  await ask(30, false, 'event-stream')
  const stream = await first
  const second = serverSide()
  await ask(30, false)
  await once(await second, 'close')
  expect(stream.destroyed).toBe(false)
})
