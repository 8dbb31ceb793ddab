import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { hangUpOn, installAnswers, look } from './answers'

const MEBIBYTE = 1024 * 1024

let server: Server
const asked = new Map<string, { request: IncomingMessage; response: ServerResponse }>()
beforeAll(async () => {
  installAnswers()
  server = createServer((request, response) => {
    asked.set(request.url!, { request, response })
    if (request.url !== '/later') response.end(Buffer.alloc(32 * MEBIBYTE))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** Asks, and does not read. */
async function unread(path: string, address = '192.0.2.1') {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.on('error', () => {})
  socket.pause()
  socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: ${address}\r\n\r\n`)
  await vi.waitUntil(() => asked.has(path))
  const { request, response } = asked.get(path)!
  return { socket, request, response, isOpen: () => !request.socket.destroyed }
}

/** Octets that the kernel has not taken yet. */
const queue = ({ socket }: IncomingMessage) =>
  (socket as unknown as { _handle: { writeQueueSize: number } })._handle.writeQueueSize

test('a client that takes nothing more is hung up on, and none that reads, however slowly', async () => {
  const [still, slow] = [await unread('/still'), await unread('/slow')]
  for (let n = 0; n < 8; n++) {
    const before = queue(slow.request)
    while (queue(slow.request) === before) {
      slow.socket.read()
      await new Promise((resolve) => setImmediate(resolve))
    }
    look({ patience: 3 })
    expect(slow.isOpen()).toBe(true)
  }
  expect(still.isOpen()).toBe(false)
  slow.socket.destroy()
})

test('a client that waits for its answer is not', async () => {
  const later = await unread('/later')
  for (let n = 0; n < 10; n++) look({ patience: 3 })
  expect(later.isOpen()).toBe(true)
  later.response.end()
  later.socket.destroy()
})

test('when all that waits is too much, so is who lets the most wait, and nobody else', async () => {
  const quiet = await unread('/quiet', '192.0.2.2')
  const loud = [await unread('/loud/1'), await unread('/loud/2'), await unread('/loud/3')]
  const waiting = () => [quiet, ...loud].filter(({ isOpen }) => isOpen()).length
  look({ most: 129 * MEBIBYTE })
  expect(waiting()).toBe(4)
  look({ most: 70 * MEBIBYTE })
  expect([waiting(), quiet.isOpen()]).toEqual([2, true])
  for (const { socket } of [quiet, ...loud]) socket.destroy()
})

test('a request names its connection, whatever its client has written', async () => {
  const { request, isOpen, socket } = await unread('/named')
  hangUpOn(new Request('http://a/'))
  hangUpOn(new Request('http://a/', { headers: { 'X-Answer': '999999' } }))
  expect(isOpen()).toBe(true)
  hangUpOn(new Request('http://a/', { headers: { 'X-Answer': String(request.headers['x-answer']) } }))
  expect(isOpen()).toBe(false)
  socket.destroy()
})
