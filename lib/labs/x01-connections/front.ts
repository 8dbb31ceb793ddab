/**
 * A balancer in front of a server that passes on to this shop, and a client before it. The server lets an idle connection go after one
 * second, at once and without the time that Node adds (`keepAliveTimeoutBuffer`); the balancer may have just sent something on it.
 */
import { Agent, type RequestListener } from 'node:http'
import type { HeaderLine } from '@/lib/trace/model/exchange'
import { laneTarget } from '@/lib/trace/model/lane-target'
import { openHttp } from '../outside/open-http'
import { openLocal } from '../outside/open-local'
import { type Between, bodyOf } from '../outside/pass-on'
import type { LabWire, OutsideAsk, WireRoom } from '../outside/wire'
import type { LabClient, Reply } from '../stage/client'
import { type Balancer, openBalancer } from './balancer'
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
  const entrance = await openEntrance(manner, balancer)
  const h2 = manner.client === 'h2' ? await openH2(balancer.serve) : null
  const agent = KEEPS.has(manner.client) ? new Agent({ keepAlive: true, maxSockets: 1 }) : undefined
  const send = sender(room, entrance.at)
  return {
    get accepted() {
      return h2 ? h2.accepted : entrance.accepted
    },
    get tries() {
      return balancer.tries
    },
    async ask(operation, without) {
      const path = `${room.laptop.path}/${operation}`
      const fields = without ? [] : room.laptop.fieldsFor(path)
      if (h2) return framed(room, { ...(await h2.ask(path, fields)), exchange: upstream.last })
      const headers = [...fields, ...(manner.client === 'oldest-kept' ? [KEEP_ALIVE] : [])]
      return send('GET', operation, { agent, ...OF_CLIENT[manner.client], headers })
    },
    connectionField: () => h2?.connectionField() ?? '',
    async askTooLate(method) {
      await send('GET', 'cart')
      balancer.holdNext()
      if (method === 'GET') return send('GET', 'cart')
      return send('POST', 'cart/items', { body: { sku: 'apple', quantity: 1 } })
    },
    async close() {
      agent?.destroy()
      balancer.close()
      await Promise.all([h2?.close(), entrance.close(), upstream.close()])
    },
  }
}

/** Where the client finds the balancer, over HTTP/1. */
async function openEntrance({ client }: Manner, balancer: Balancer) {
  const handler: RequestListener = (request, response) => {
    // HTTP/1.1 keeps a connection without a word (RFC 9112 section 9.3); Node would say it nevertheless.
    if (OF_CLIENT[client].silent) response.removeHeader('Connection')
    const serve = (body: string) => balancer.serve(request, response, body)
    bodyOf(request).then(serve, () => {})
  }
  const local = client === 'local' ? await openLocal(handler) : null
  const { server, close, ...at } = local ? { ...local, port: 0 } : await openHttp(handler)
  let accepted = 0
  server.on('connection', () => {
    accepted += 1
  })
  return {
    at,
    close,
    get accepted() {
      return accepted
    },
  }
}

/** Sends as the laptop, with what it holds, and it keeps what comes. */
const sender =
  ({ wire, laptop }: FrontRoom, at: Pick<OutsideAsk, 'port' | 'socketPath'>) =>
  async (method: string, operation: string, more: Partial<OutsideAsk> = {}): Promise<Reply> => {
    const path = `${laptop.path}/${operation}`
    const { action } = laneTarget(method, path)!
    const headers = laptop.fieldsFor(path)
    const asked = { to: 'balancer', device: 'laptop', action, ...at, method, path, headers } as const
    const reply = await wire.send({ ...asked, ...more })
    laptop.keep(reply)
    return reply
  }

/** Frames are not recorded: what came of them at the shop is. */
function framed<Framed extends Reply>({ noted }: FrontRoom, reply: Framed): Framed {
  noted('laptop', reply)
  return reply
}

const KEEP_ALIVE: HeaderLine = ['Connection', 'keep-alive']

const KEEPS = new Set<Manner['client']>(['silent', 'oldest-kept', 'local'])

const OF_CLIENT: Record<Manner['client'], Pick<OutsideAsk, 'silent' | 'httpVersion'>> = {
  silent: { silent: true },
  local: { silent: true },
  close: {},
  oldest: { httpVersion: '1.0' },
  'oldest-kept': { httpVersion: '1.0' },
  h2: {},
}
