/** The balancer over HTTP/2, without TLS and with prior knowledge (RFC 9113 section 3.3): a browser would ask for TLS. */
import { once } from 'node:events'
import { connect, createServer } from 'node:http2'
import type { AddressInfo, Socket } from 'node:net'
import { makeAnswer } from '@/lib/client/transport'
import type { HeaderLine } from '@/lib/trace/model/exchange'
import { HERE } from '../outside/open-http'
import { bodyOf } from '../outside/pass-on'
import type { Reply } from '../stage/client'
import type { Serve } from './balancer'

export interface H2Client {
  readonly accepted: number
  ask(path: string, fields: readonly HeaderLine[]): Promise<Reply & { stream: number }>
  /** The code of what Node's client throws at a Connection field; empty: it sends it. */
  connectionField(): string
  close(): Promise<void>
}

export async function openH2(serve: Serve): Promise<H2Client> {
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => {
    void bodyOf(request).then(
      (body) => serve(request, response, body),
      () => {},
    )
  })
  server.on('connection', (socket) => sockets.add(socket))
  server.listen(0, HERE)
  await once(server, 'listening')
  const session = connect(`http://${HERE}:${(server.address() as AddressInfo).port}`)
  session.on('error', () => {})
  return {
    get accepted() {
      return sockets.size
    },
    async ask(path, fields) {
      const own = fields.map(([name, value]) => [name.toLowerCase(), value])
      const stream = session.request({ ':method': 'GET', ':path': path, ...Object.fromEntries(own) })
      const [told] = (await once(stream, 'response')) as [Record<string, string | string[]>]
      const chunks: Buffer[] = []
      for await (const chunk of stream) chunks.push(chunk)
      const answer = makeAnswer(
        Number(told[':status']),
        headersOf(told),
        Buffer.concat(chunks).toString('utf8'),
      )
      return { ...answer, json: answer.body, exchange: null, stream: stream.id ?? 0 }
    },
    connectionField() {
      try {
        session.request({ ':method': 'GET', ':path': '/', connection: 'keep-alive' }).destroy()
        return ''
      } catch (error) {
        return (error as NodeJS.ErrnoException).code ?? ''
      }
    },
    async close() {
      session.destroy()
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

function headersOf(told: Record<string, string | string[]>): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(told))
    if (!name.startsWith(':')) for (const one of [value].flat()) headers.append(name, one)
  return headers
}
