/** Counts what crossed a socket, exchange by exchange: from the kernel's side of the parser, so framing and compression are in it. */
import type { Socket } from 'node:net'
import type { RequestHead } from '../model/exchange'
import { fieldsOf } from './head-fields'
import { plainHeadBytes } from './wire-head'

/** Where the counters of a socket stood when an exchange began. */
export interface Octets {
  socket: Socket
  /** Names the connection; counts up in this process. */
  id: number
  /** How many exchanges this connection has had, this one included. */
  nth: number
  read: number
  written: number
}

export interface Connection {
  begin(): Octets
  /** An exchange ended here: what comes next belongs to the next. */
  mark(): void
}

const connections = new WeakMap<Socket, Connection>()
let opened = 0

export function connectionOf(socket: Socket): Connection {
  const known = connections.get(socket)
  if (known) return known
  const connection = createConnection(socket)
  connections.set(socket, connection)
  return connection
}

function createConnection(socket: Socket): Connection {
  opened += 1
  const id = opened
  let nth = 0
  let read = 0
  return {
    begin() {
      nth += 1
      return { socket, id, nth, read, written: socket.bytesWritten }
    },
    mark() {
      read = socket.bytesRead
    },
  }
}

const INTERIM = 'HTTP/1.1 100 Continue\r\n\r\n'

/** Where the body's length is announced, the rest is the head, to the octet. `complete`: the whole body was read. */
export function octetsSince(
  { socket, read, written }: Octets,
  head: Omit<RequestHead, 'headBytes' | 'bodyBytes'>,
  complete: boolean,
) {
  const total = socket.bytesRead - read
  const { announcedBody: announced, expectsContinue } = fieldsOf(head.headers)
  const isExact = complete && announced !== null && total > announced
  const headBytes = isExact ? total - announced : Math.min(total, plainHeadBytes(head))
  return {
    received: { headBytes, bodyBytes: total - headBytes },
    sent: socket.bytesWritten - written - (expectsContinue ? INTERIM.length : 0),
  }
}
