/** Listens at the client's end of a connection: the octets that were written to it and read from it, exchange by exchange. */
import type { Socket } from 'node:net'
import { connectionOf } from '@/lib/trace/record/socket-octets'

/** Of one exchange. */
export interface Overheard {
  /** Names the connection, and counts the exchanges on it. */
  connection: { id: number; nth: number }
  sent: Buffer[]
  received: Buffer[]
  /** Of what was received; the rest was counted, not kept. */
  octets: number
  /** There was a connection: what was written has gone somewhere. */
  connected: boolean
  /** HTTP/1.0 was asked for. */
  oldest: boolean
}

/** Octets of an answer that are kept: its head is in them. */
const MOST_KEPT = 64 * 1024

const heard = new WeakMap<Socket, { current: Overheard }>()

/** What follows on this connection is heard, until the next exchange begins on it. */
export function listen(socket: Socket, oldest: boolean): Overheard {
  const { id, nth } = connectionOf(socket).begin()
  const current: Overheard = {
    connection: { id, nth },
    sent: [],
    received: [],
    octets: 0,
    connected: !socket.connecting,
    oldest,
  }
  socket.once('connect', () => {
    current.connected = true
  })
  const known = heard.get(socket)
  if (known) known.current = current
  else tap(socket, { current })
  return current
}

function tap(socket: Socket, ear: { current: Overheard }): void {
  heard.set(socket, ear)
  const write = socket.write.bind(socket) as (...args: unknown[]) => boolean
  socket.write = ((chunk: string | Uint8Array, ...rest: unknown[]) => {
    const encoding = typeof rest[0] === 'string' ? (rest[0] as BufferEncoding) : 'utf8'
    const octets = typeof chunk === 'string' ? Buffer.from(chunk, encoding) : Buffer.from(chunk)
    const { current } = ear
    const told = current.oldest && current.sent.length === 0 ? asOldest(octets) : octets
    current.sent.push(told)
    const done = rest.find((one) => typeof one === 'function')
    return write(told, ...(done ? [done] : []))
  }) as Socket['write']
  // Before Node's own: by the time an answer is complete, all of it has been heard.
  socket.prependListener('data', (chunk: Buffer) => {
    const { current } = ear
    if (current.octets < MOST_KEPT) current.received.push(chunk)
    current.octets += chunk.length
  })
}

/**
 * Node's client speaks HTTP/1.1 only: from here on, on the wire and in the record, the request line says 1.0, and nothing is said of the
 * connection, which then ends with the answer (RFC 9112 section 9.3).
 */
function asOldest(octets: Buffer): Buffer {
  const text = octets.toString('latin1')
  const head = text.replace(/ HTTP\/1\.1\r\n/, ' HTTP/1.0\r\n').replace('\r\nConnection: close\r\n', '\r\n')
  return Buffer.from(head, 'latin1')
}
