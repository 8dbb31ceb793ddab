/**
 * A client that sends a byte now and then holds a connection for as long as it likes (CWE-400, "slowloris"). Node's own limits are 60 s for a
 * head and 5 minutes for a request, looked at twice a minute, and the server is made by the framework: so each connection
 * has a watch of its own.
 */
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { perProcess } from '@/lib/process/once'
import { isApi } from './door/addressee'
import { closeWith } from './door/unheard'

/** From the connection, or the end of the answer before, to the end of a request: milliseconds. */
const MOST_WAIT = 12_000

/** Once in a process, before the first connection. */
export function installSlowClients(mostWait = MOST_WAIT): void {
  perProcess('slow-clients', () => watchAll(mostWait))
}

function watchAll(mostWait: number): true {
  const watches = new WeakMap<Socket, Watch>()
  subscribe('net.server.socket', (message) => {
    const { socket } = message as { socket: Socket }
    watches.set(socket, watch(socket, mostWait))
  })
  subscribe('http.server.request.start', (message) => {
    const { request, response, socket } = message as Begun
    watches.get(socket)?.begin(request, response)
  })
  return true
}

interface Begun {
  request: IncomingMessage
  response: ServerResponse
  socket: Socket
}

interface Watch {
  begin(request: IncomingMessage, response: ServerResponse): void
}

function watch(socket: Socket, mostWait: number): Watch {
  /** Not answered yet. A client may send the next request before it has the answer to this one (RFC 9112 section 9.3.2). */
  let newest: IncomingMessage | null = null
  /** Octets that belong to what was answered. */
  let read = 0
  const timer = setTimeout(() => {
    // Whoever has sent everything may wait for the answer as long as it takes: an event stream never ends.
    if (newest?.complete) return
    // Who has said nothing is not answered.
    if (newest || socket.bytesRead > read) closeWith(socket, 'too_slow', isApi(newest?.url ?? ''))
    else socket.destroy()
  }, mostWait).unref()
  socket.once('close', () => clearTimeout(timer))
  return {
    begin(request, response) {
      newest = request
      timer.refresh()
      response.once('close', () => {
        // The end of an earlier one says nothing about this one.
        if (newest !== request || socket.destroyed) return
        newest = null
        read = socket.bytesRead
        timer.refresh()
      })
    },
  }
}
