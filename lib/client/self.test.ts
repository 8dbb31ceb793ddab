import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { sendToSelf, setSelf } from './self'

it('asks again when the server lets a kept connection go in the same moment', async () => {
  let asked = 0
  const server = createServer((request, response) => {
    asked += 1
    // The second request finds the connection closed, unread and unanswered.
    if (asked === 2) request.socket.destroy()
    else response.end(String(asked))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  setSelf(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const send = () => sendToSelf({ method: 'GET', path: '/', headers: [] })
  expect((await send()).text).toBe('1')
  expect((await send()).text).toBe('3')
  server.closeAllConnections()
  server.close()
})
