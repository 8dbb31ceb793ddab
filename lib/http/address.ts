/**
 * From which address did a request come? Route handlers see no socket, only `X-Forwarded-For`, which
 * anybody can write. So the address is worked out where the socket is, before routing, and put into that field; the
 * head as received (`rawHeaders`) stays as it was.
 */
import type { IncomingMessage } from 'node:http'
import { env } from '@/lib/process/env'
import { withoutOws } from './field'
import { isOwnSocket, ownAddress } from './own-sockets'

const FIELD = 'x-forwarded-for'
const SCHEME = 'x-forwarded-proto'

/** By the door (door/door.ts), before anybody asks. */
export function writeAddress({ headers, socket }: IncomingMessage): void {
  headers[FIELD] = isOwnSocket(socket) ? ownAddress() : chosen(headers[FIELD], socket.remoteAddress)
}

function chosen(sent: string | string[] | undefined, peer: string | undefined): string {
  // An address is 45 characters at most; a proxy may have put a port behind it.
  return chooseAddress([sent ?? []].flat().join(','), peer, env.TRUSTED_PROXY_HOPS).slice(0, 64)
}

/**
 * Did the client come over TLS? Only a proxy that this server was told of is believed; the field is then what it said, and nothing
 * otherwise: the framework reads it too.
 */
export function writeScheme({ headers, socket }: IncomingMessage): boolean {
  const hops = env.TRUSTED_PROXY_HOPS
  const said = hops > 0 ? chooseScheme([headers[SCHEME] ?? []].flat().join(','), hops) : ''
  const tls = 'encrypted' in socket || said === 'https'
  headers[SCHEME] = tls ? 'https' : 'http'
  return tls
}

/** Proxies set it, or append to it, as they do with the address. */
export function chooseScheme(sent: string, trustedHops: number): string {
  const said = sent.split(',').map((part) => withoutOws(part).toLowerCase())
  return said[Math.max(0, said.length - trustedHops)] ?? ''
}

/** `isFromItself` and `clientAddress` of a request as it came in, once the address was written. */
export const isFromSelf = ({ headers }: IncomingMessage) => headers[FIELD] === ownAddress()
export const addressOf = ({ headers }: IncomingMessage) => networkOf(String(headers[FIELD]))

/** true: a lab of this server sent it, to itself (own-sockets.ts). What labs may send is bounded where they run. */
export const isFromItself = (request: Request) => request.headers.get(FIELD) === ownAddress()

/** For rate limits: one IPv4 address, or one IPv6 network of 64 bits, as a subscriber is given. */
export function clientAddress(request: Request): string {
  return networkOf(request.headers.get(FIELD) ?? 'unknown')
}

/**
 * Each trusted proxy appends the address it was called from; what stands further left is hearsay.
 *
 * @param sent the field as received
 * @param peer the other end of the socket
 */
export function chooseAddress(sent: string, peer: string | undefined, trustedHops: number): string {
  const chain = sent.split(',').map(withoutOws).filter(Boolean)
  const path = [...chain, peer ?? 'unknown']
  return path[Math.max(0, path.length - 1 - trustedHops)] as string
}

export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped) return mapped[1] as string
  if (!address.includes(':')) return address
  const [left = '', right] = address.toLowerCase().split('::')
  const before = left.split(':').filter(Boolean)
  const after = (right ?? '').split(':').filter(Boolean)
  const zeros = right === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const all = [...before, ...Array<string>(zeros).fill('0'), ...after]
  return `${all
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
