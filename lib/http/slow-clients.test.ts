import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installSlowClients } from './slow-clients'

const WAIT = 200
let server: Server
let answers: (() => void)[] = []
beforeAll(async () => {
  installSlowClients(WAIT)
  server = createServer(async (request, response) => {
    request.on('error', () => {}).resume()
    if (request.method === 'POST') await once(request, 'end').catch(() => {})
    if (request.url === '/later') await new Promise<void>((resolve) => answers.push(resolve))
    response.end('ok')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => server.close())

function client(): { socket: Socket; closed: Promise<unknown>; text: () => string } {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  let text = ''
  socket.on('data', (chunk) => (text += chunk))
  socket.on('error', () => {})
  return { socket, closed: once(socket, 'close'), text: () => text }
}

test.each([
  ['says nothing', ''],
  ['sends half a head', 'GET / HTTP/1.1\r\nHost: a'],
  ['sends half a body', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc'],
  ['says nothing more after an answer', 'GET / HTTP/1.1\r\nHost: a\r\n\r\n'],
])('a client that %s is let go', async (_, text) => {
  const { socket, closed } = client()
  socket.write(text)
  await closed
})

test('a client that has asked may wait longer than that for its answer', async () => {
  answers = []
  const { socket, text, closed } = client()
  socket.write('GET /later HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')
  const other = client()
  await other.closed
  const another = client()
  await another.closed
  for (const answer of answers) answer()
  await closed
  expect(text()).toMatch(/^HTTP\/1\.1 200 /)
})
