/**
 * Connections that this server makes to itself, known by their own end while they last. It speaks to itself so that a lab's
 * request passes the same wire as any other; the limits per address are for visitors.
 */
import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import { perProcess } from '@/lib/process/once'

const own = () =>
  perProcess('own-sockets', () => ({ ends: new Set<string>(), address: `own-${randomUUID()}` }))

/** Nothing is written before a socket is connected, so that its end is known before its first request arrives. */
export function noteOwnSocket(socket: Socket): void {
  socket.once('connect', () => {
    const end = endOf(socket.localAddress, socket.localPort)
    if (end === null) return
    own().ends.add(end)
    socket.once('close', () => own().ends.delete(end))
  })
}

/** By address and port: whoever connects from elsewhere chooses the port freely. */
export function isOwnSocket({ remoteAddress, remotePort }: Partial<Socket>): boolean {
  const { ends } = own()
  if (ends.size === 0) return false
  const end = endOf(remoteAddress, remotePort)
  return end !== null && ends.has(end)
}

/** A server that listens on both IP versions sees an IPv4 address as `::ffff:127.0.0.1`. */
const endOf = (address: string | undefined, port: number | undefined) =>
  address === undefined || port === undefined ? null : `${address.replace(/^::ffff:/i, '')} ${port}`

/** Stands where the address of a client stands. Random: nobody can claim it by writing a field. */
export const ownAddress = () => own().address
