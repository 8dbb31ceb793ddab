import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { until } from '@/lib/testing/until'
import { installSlowClients } from './slow-clients'

const WAIT = 200
let server: Server
let answers: (() => void)[] = []
beforeAll(async () => {
  installSlowClients(WAIT)
  server = createServer(async (request, response) => {
    request.on('error', () => {})
    const isRead = !request.url?.startsWith('/unread')
    if (isRead) request.resume()
    if (isRead && request.method === 'POST') await once(request, 'end').catch(() => {})
    if (request.url?.endsWith('/later')) await new Promise<void>((resolve) => answers.push(resolve))
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
  ['says nothing', '', []],
  ['sends half a head', 'GET / HTTP/1.1\r\nHost: a', ['408']],
  ['sends half a body', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc', ['408']],
  ['says nothing more after an answer', 'GET / HTTP/1.1\r\nHost: a\r\n\r\n', ['200']],
])('a client that %s is let go, and told why where it was not idle', async (_, text, statuses) => {
  const { socket, closed, text: received } = client()
  socket.write(text)
  await closed
  expect(Array.from(received().matchAll(/HTTP\/1\.1 (\d+)/g), ([, status]) => status)).toEqual(statuses)
})

test('a client that sends half of another request is told too', async () => {
  const { socket, closed, text } = client()
  socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n')
  await once(socket, 'data')
  socket.write('GET')
  await closed
  expect(text()).toMatch(/^HTTP\/1\.1 200 [\s\S]*HTTP\/1\.1 408 /)
})

test('a client that has asked may wait longer than that for its answer', async () => {
  answers = []
  const { socket, text, closed } = client()
  socket.write('GET /later HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')
  await longEnough()
  for (const answer of answers) answer()
  await closed
  expect(text()).toMatch(/^HTTP\/1\.1 200 /)
})

/** Two that were let go one after the other: longer than any watch that runs now. */
async function longEnough() {
  for (let nth = 0; nth < 2; nth++) await client().closed
}

describe('two requests on one connection, the second sent before the first is answered', () => {
  test('the second may wait for its answer as well', async () => {
    answers = []
    const { socket, text, closed } = client()
    socket.write(
      'GET /later HTTP/1.1\r\nHost: a\r\n\r\nGET /later HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
    )
    await until(() => answers.length === 2)
    const [first, second] = answers
    first!()
    await longEnough()
    second!()
    await closed
    expect(text().match(/HTTP\/1\.1 200 /g)).toHaveLength(2)
  })

  test('the second is let go when it is sent half, though the first was left unread', async () => {
    const { socket, text, closed } = client()
    const post = (path: string) => `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n`
    socket.write(`${post('/unread')}abc${post('/')}a`)
    await closed
    expect(text().match(/HTTP\/1\.1 200 /g)).toHaveLength(1)
  })
})

test('a client whose body nobody reads may wait for its answer too', async () => {
  answers = []
  const { socket, text, closed } = client()
  socket.write('POST /unread/later HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc')
  await longEnough()
  for (const answer of answers) answer()
  await closed
  expect(text()).toMatch(/^HTTP\/1\.1 200 /)
})
