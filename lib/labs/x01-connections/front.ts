/**
 * A balancer in front of a server that passes on to this shop, and a client before it. The server lets an idle connection go after one
 * second, at once and without the time that Node adds (`keepAliveTimeoutBuffer`); the balancer may have just sent something on it.
 */
import { Agent } from 'node:http'
import { openHttp } from '../outside/open-http'
import { type Between, bodyOf } from '../outside/pass-on'
import type { LabWire, OutsideAsk, WireRoom } from '../outside/wire'
import type { LabClient, Reply } from '../stage/client'
import { openBalancer } from './balancer'
import { openH2 } from './h2'
import type { Manner } from './manner'
import { openUpstream } from './upstream'

export interface Front {
  /** Of the client's connections to the balancer: each was a handshake. */
  readonly accepted: number
  /** In the manner of the position. @param without the credential */
  ask(operation: 'me' | 'orders', without?: 'without'): Promise<Reply & { stream?: number }>
  /** A Connection field over HTTP/2: what Node's client says to it. */
  connectionField(): string
  /**
   * Once the server behind has let the idle connection go, and before the balancer can have heard of it. On a connection of its own: the
   * client's makes no difference here.
   */
  askTooLate(method: 'GET' | 'POST'): Promise<Reply>
  /** How often the balancer has tried the last one. */
  readonly tries: number
  close(): Promise<void>
}

export interface FrontRoom extends Between, WireRoom {
  wire: LabWire
  laptop: LabClient
}

export async function openFront(room: FrontRoom, manner: Manner): Promise<Front> {
  const upstream = await openUpstream(room)
  const balancer = openBalancer(upstream, manner.behind)
  const server = await openHttp((request, response) => {
    // HTTP/1.1 keeps a connection without a word (RFC 9112 section 9.3); Node would say it nevertheless.
    if (manner.client === 'silent') response.removeHeader('Connection')
    void bodyOf(request).then(
      (body) => balancer.serve(request, response, body),
      () => {},
    )
  })
  const h2 = manner.client === 'h2' ? await openH2(balancer.serve) : null
  let accepted = 0
  server.server.on('connection', () => {
    accepted += 1
  })
  const agent = KEEPS.has(manner.client) ? new Agent({ keepAlive: true, maxSockets: 1 }) : undefined
  const send = async (method: string, operation: string, more: Partial<OutsideAsk>, body?: object) => {
    const path = `${room.laptop.path}/${operation}`
    const headers = more.headers ?? room.laptop.fieldsFor(path)
    const action = operation === 'cart/items' ? 'cart.add' : operation === 'cart' ? 'cart.read' : 'other'
    const asked = { to: 'balancer', device: 'laptop', action, port: server.port, method, path, body } as const
    const reply = await room.wire.send({ ...asked, ...more, headers })
    room.laptop.keep(reply)
    return reply
  }
  return {
    get accepted() {
      return h2 ? h2.accepted : accepted
    },
    get tries() {
      return balancer.tries
    },
    async ask(operation, without) {
      const fields = without ? [] : room.laptop.fieldsFor(`${room.laptop.path}/${operation}`)
      if (h2) {
        const answer = await h2.ask(`${room.laptop.path}/${operation}`, fields)
        // Frames are not recorded: what came of them at the shop is.
        const reply = { ...answer, exchange: upstream.last }
        room.noted('laptop', reply)
        return reply
      }
      return send('GET', operation, {
        agent,
        ...OF_CLIENT[manner.client],
        headers: [...fields, ...keepAlive(manner)],
      })
    },
    connectionField: () => h2?.connectionField() ?? '',
    async askTooLate(method) {
      await send('GET', 'cart', {})
      balancer.holdNext()
      return method === 'GET'
        ? send('GET', 'cart', {})
        : send('POST', 'cart/items', {}, { sku: 'apple', quantity: 1 })
    },
    async close() {
      agent?.destroy()
      await Promise.all([h2?.close(), balancer.close(), server.close(), upstream.close()])
    },
  }
}

const KEEPS = new Set<Manner['client']>(['silent', 'oldest-kept'])

const OF_CLIENT: Record<Manner['client'], Pick<OutsideAsk, 'silent' | 'httpVersion'>> = {
  silent: { silent: true },
  close: {},
  oldest: { httpVersion: '1.0' },
  'oldest-kept': { httpVersion: '1.0' },
  h2: {},
}

const keepAlive = ({ client }: Manner): [string, string][] =>
  client === 'oldest-kept' ? [['Connection', 'keep-alive']] : []
