import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, test } from 'vitest'
import { hangUpOn, installHangUp } from './hang-up'

test('a request names its connection, whatever its client has written; afterwards it names none', async () => {
  installHangUp()
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1')
  client.on('error', () => {})
  const ask = async () => {
    client.write('GET / HTTP/1.1\r\nHost: a\r\nX-Connection: 1\r\n\r\n')
    return (await once(server, 'request')) as [IncomingMessage, import('node:http').ServerResponse]
  }
  const [first, answer] = await ask()
  const asRouteHandlersSee = ({ headers }: IncomingMessage) =>
    new Request('http://a/', { headers: headers as Record<string, string> })
  answer.end('ok')
  await once(answer, 'close')
  const [second] = await ask()
  hangUpOn(asRouteHandlersSee(first))
  hangUpOn(new Request('http://a/'))
  expect(second.socket.destroyed).toBe(false)
  hangUpOn(asRouteHandlersSee(second))
  expect(second.socket.destroyed).toBe(true)
  server.close()
})
