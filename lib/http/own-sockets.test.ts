import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { expect, it } from 'vitest'
import { isOwnSocket, noteOwnSocket } from './own-sockets'

it('knows its own sockets by address and port while they last: a port alone anybody may have', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  noteOwnSocket(socket)
  await once(socket, 'connect')
  const remotePort = socket.localPort!

  expect(isOwnSocket({ remoteAddress: '127.0.0.1', remotePort })).toBe(true)
  // As a server sees it that listens on :: as well.
  expect(isOwnSocket({ remoteAddress: '::ffff:127.0.0.1', remotePort })).toBe(true)
  expect(isOwnSocket({ remoteAddress: '192.0.2.7', remotePort })).toBe(false)
  expect(isOwnSocket({ remoteAddress: '127.0.0.1', remotePort: remotePort + 1 })).toBe(false)
  expect(isOwnSocket({})).toBe(false)

  socket.destroy()
  await once(socket, 'close')
  expect(isOwnSocket({ remoteAddress: '127.0.0.1', remotePort })).toBe(false)
  server.close()
})
