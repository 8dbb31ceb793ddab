import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
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
async function ask(megabytes: number, reads: boolean, type = 'html'): Promise<Socket> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  sockets.push(socket)
  socket.on('error', () => {})
  await once(socket, 'connect')
  socket.write(`GET /${megabytes}/${type} HTTP/1.1\r\nHost: a\r\n\r\n`)
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
