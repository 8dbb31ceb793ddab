/**
 * A client that sends a byte now and then holds a connection for as long as it likes (CWE-400, "slowloris"). Node's own limits are 60 s for a
 * head and 5 minutes for a request, looked at twice a minute, and the server is made by the framework: so each connection
 * has a watch of its own.
 */
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** From the connection, or the end of the answer before, to the end of a request: milliseconds. */
const MOST_WAIT = 12_000

const INSTALLED = Symbol.for('remember-me.slow-clients')

/** Once in a process, before the first connection. */
export function installSlowClients(mostWait = MOST_WAIT): void {
  const shared = globalThis as { [INSTALLED]?: true }
  if (shared[INSTALLED]) return
  shared[INSTALLED] = true
  const watches = new WeakMap<Socket, NodeJS.Timeout>()
  const wait = (socket: Socket) => {
    clearTimeout(watches.get(socket))
    watches.set(socket, setTimeout(() => socket.destroy(), mostWait).unref())
  }
  const rest = (socket: Socket) => clearTimeout(watches.get(socket))
  subscribe('net.server.socket', (message) => {
    const { socket } = message as { socket: Socket }
    wait(socket)
    socket.once('close', () => rest(socket))
  })
  subscribe('http.server.request.start', (message) => {
    const { request, response, socket } = message as Begun
    wait(socket)
    // Whoever has sent everything may wait for the answer as long as it takes: an event stream never ends.
    request.once('end', () => rest(socket))
    if (isBodyless(request)) rest(socket)
    response.once('close', () => socket.destroyed || wait(socket))
  })
}

interface Begun {
  request: IncomingMessage
  response: ServerResponse
  socket: Socket
}

/** RFC 9112 section 6.3: without either field a request has no body. */
const isBodyless = ({ headers }: IncomingMessage) =>
  headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0
