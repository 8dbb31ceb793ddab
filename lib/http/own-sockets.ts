/**
 * Connections that this server makes to itself, known by their local port while they last. It speaks to itself so that a lab's
 * request passes the same wire as any other; the limits per address are for visitors.
 */
import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'

const KEY = Symbol.for('remember-me.own-sockets')
const shared = globalThis as { [KEY]?: { ports: Set<number>; address: string } }

function own() {
  shared[KEY] ??= { ports: new Set(), address: `own-${randomUUID()}` }
  return shared[KEY]
}

/** Nothing is written before a socket is connected, so that its port is known before its first request arrives. */
export function noteOwnSocket(socket: Socket): void {
  socket.once('connect', () => {
    const { localPort } = socket
    if (localPort === undefined) return
    own().ports.add(localPort)
    socket.once('close', () => own().ports.delete(localPort))
  })
}

export const isOwnSocket = (remotePort: number | undefined) =>
  remotePort !== undefined && own().ports.has(remotePort)

/** Stands where the address of a client stands. Random: nobody can claim it by writing a field. */
export const ownAddress = () => own().address
