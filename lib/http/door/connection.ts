/**
 * One answer at a time of each connection. A client may send the next requests before it has the answers (RFC 9112 section 9.3.2), but
 * it gets them in order, so that making them side by side would only fill the memory. No browser does it, and no proxy.
 */
import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

const MOST_WAITING = 100
const MOST_IN_ALL = 6000

interface Connection {
  current: ServerResponse | null
  waiting: { response: ServerResponse; begin: () => void }[]
  /** More came than may wait: it ends with the answer that says so, and nobody looks at what comes behind. */
  full: boolean
  unheard: number
}

const connections = new WeakMap<Socket, Connection>()
let all = 0

/** 'full': this one is to be told that it was too much, and is the last of its connection. 'unheard': it comes behind that one. */
export type ConnectionTurn = 'now' | 'full' | 'unheard' | Promise<void>

export function turnOf(socket: Socket, response: ServerResponse): ConnectionTurn {
  const connection = connectionOf(socket)
  // It ends with the answer before, or with one that is still to come.
  if (connection.full || !socket.writable) return unheard(connection, socket)
  if (!connection.current) {
    serve(socket, connection, response)
    return 'now'
  }
  if (connection.waiting.length >= MOST_WAITING || all >= MOST_IN_ALL) {
    connection.full = true
    return 'full'
  }
  all += 1
  return new Promise((begin) => connection.waiting.push({ response, begin }))
}

function connectionOf(socket: Socket): Connection {
  const known = connections.get(socket)
  if (known) return known
  const connection: Connection = { current: null, waiting: [], full: false, unheard: 0 }
  connections.set(socket, connection)
  socket.once('close', () => {
    all -= connection.waiting.length + connection.unheard
    connection.waiting = []
    connection.unheard = 0
    connection.full = true
  })
  return connection
}

function serve(socket: Socket, connection: Connection, response: ServerResponse): void {
  connection.current = response
  response.once('close', () => {
    connection.current = null
    // It ends with this answer.
    if (!socket.writable) return
    const next = connection.waiting.shift()
    if (!next) return
    all -= 1
    serve(socket, connection, next.response)
    next.begin()
  })
}

/** Node has them all in memory until the connection ends. */
function unheard(connection: Connection, socket: Socket): ConnectionTurn {
  connection.unheard += 1
  all += 1
  if (all >= MOST_IN_ALL) socket.destroy()
  return 'unheard'
}
