/** Counts what crossed a socket, exchange by exchange: from the kernel's side of the parser, so framing and compression are in it. */
import type { Socket } from 'node:net'
import type { RequestHead } from './exchange'
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

/** Where the body's length is announced, the rest is the head, to the octet. `complete`: the whole body was read. */
export function octetsSince(
  { socket, read, written }: Octets,
  head: Omit<RequestHead, 'headBytes' | 'bodyBytes'>,
  complete: boolean,
) {
  const total = socket.bytesRead - read
  const announced = announcedBody(head.headers)
  const isExact = complete && announced !== null && total > announced
  const headBytes = isExact ? total - announced : Math.min(total, plainHeadBytes(head))
  return {
    received: { headBytes, bodyBytes: total - headBytes },
    sent: socket.bytesWritten - written - interim(head.headers),
  }
}

/** null: it comes in chunks, and only the end tells. */
function announcedBody(headers: RequestHead['headers']): number | null {
  const value = (wanted: string) => headers.find(([name]) => name.toLowerCase() === wanted)?.[1]
  if (value('transfer-encoding')) return null
  return Number(value('content-length') ?? 0)
}

/** Node writes this by itself before the answer when it is asked to (RFC 9110 section 10.1.1). */
function interim(headers: RequestHead['headers']): number {
  const asked = headers.some(
    ([name, value]) => name.toLowerCase() === 'expect' && value.toLowerCase() === '100-continue',
  )
  return asked ? 'HTTP/1.1 100 Continue\r\n\r\n'.length : 0
}
