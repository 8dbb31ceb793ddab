/**
 * The answers that are under way, beneath the framework. A client that does not read keeps in memory what it was sent, for as long as it
 * likes (CWE-400). So one that takes nothing for half a minute is hung up on; and when all that waits is too much, so is whoever lets the most
 * wait, by network address.
 */
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { hashedAddress } from '../log/ids'
import { log } from '../log/log'
import { seldom } from '../log/seldom'
import { networkOf } from './address'

/** Milliseconds. */
const LOOK_EVERY = 1000
/** Looks in a row at which a client has taken nothing more. */
const PATIENCE = 30
/** Octets that wait for all clients together; the process holds nearly three times as much for them. */
const MOST_WAITING = 96 * 1024 * 1024

/** A request has it only inside of this process. */
const FIELD = 'x-answer'

interface Client {
  socket: Socket
  /** Of the newest request. */
  request: IncomingMessage
  /** More than one where requests came without waiting for answers. */
  responses: Set<ServerResponse>
  taken: number
  still: number
}

interface Answers {
  clients: Map<Socket, Client>
  /** By number of the request. */
  sockets: Map<string, Socket>
  number: number
}

const KEY = Symbol.for('remember-me.answers')
const shared = globalThis as { [KEY]?: Answers }

function answers(): Answers {
  shared[KEY] ??= { clients: new Map(), sockets: new Map(), number: 0 }
  return shared[KEY]
}

const INSTALLED = Symbol.for('remember-me.answers-installed')

/** Once in a process, before the first request. */
export function installAnswers(): void {
  const installed = globalThis as { [INSTALLED]?: true }
  if (installed[INSTALLED]) return
  installed[INSTALLED] = true
  subscribe('http.server.request.start', (message) => note(message as Begun))
  setInterval(() => look(), LOOK_EVERY).unref()
}

interface Begun {
  request: IncomingMessage
  response: ServerResponse
  socket: Socket
}

function note({ request, response, socket }: Begun): void {
  const own = answers()
  own.number += 1
  const number = String(own.number)
  request.headers[FIELD] = number
  own.sockets.set(number, socket)
  const client = own.clients.get(socket) ?? { socket, request, responses: new Set(), taken: 0, still: 0 }
  own.clients.set(socket, client)
  client.request = request
  client.responses.add(response)
  response.once('close', () => {
    own.sockets.delete(number)
    client.responses.delete(response)
    if (client.responses.size === 0) own.clients.delete(socket)
  })
}

/** Ends the connection that this request came over, with whatever is on its way. */
export function hangUpOn({ headers }: Request): void {
  answers()
    .sockets.get(headers.get(FIELD) ?? '')
    ?.destroy()
}

/** @param most octets that may wait in all */
export function look({ patience = PATIENCE, most = MOST_WAITING } = {}): void {
  const waiting = [...answers().clients.values()].filter((client) => octetsWaiting(client) > 0)
  for (const client of waiting) if (standsStill(client) >= patience) hangUp(client)
  relieve(waiting, most)
}

function standsStill(client: Client): number {
  const taken = octetsTaken(client.socket)
  client.still = taken === client.taken ? client.still + 1 : 0
  client.taken = taken
  return client.still
}

function relieve(clients: Client[], most: number): void {
  const left = clients.filter(({ socket }) => !socket.destroyed)
  if (sum(left) <= most) return
  const byAddress = Map.groupBy(left, ({ request }) => addressOf(request))
  const [largest] = [...byAddress.values()].toSorted((a, b) => sum(b) - sum(a))
  const [first] = largest!.toSorted((a, b) => octetsWaiting(b) - octetsWaiting(a))
  hangUp(first!)
  relieve(left, most)
}

function hangUp({ socket, request }: Client): void {
  const address = hashedAddress(addressOf(request))
  seldom('slow_reader', (suppressed) => log('slow_reader', { address, suppressed }))
  socket.destroy()
}

/** As address.ts has written it there. */
const addressOf = ({ headers }: IncomingMessage) => networkOf(String(headers['x-forwarded-for'] ?? 'unknown'))

const sum = (clients: Client[]) => clients.reduce((total, client) => total + octetsWaiting(client), 0)

const octetsWaiting = ({ responses }: Client) =>
  [...responses].reduce((total, { writableLength }) => total + writableLength, 0)

/** By the kernel, which holds some more for the client. Node says only when a whole piece is gone; its handle knows more. */
function octetsTaken(socket: Socket): number {
  const { _handle: handle } = socket as Socket & {
    _handle?: { bytesWritten?: number; writeQueueSize?: number } | null
  }
  return (handle?.bytesWritten ?? 0) - (handle?.writeQueueSize ?? 0)
}
