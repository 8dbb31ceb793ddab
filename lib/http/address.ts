/**
 * From which address did a request come? Route handlers see no socket, only `X-Forwarded-For`, which
 * anybody can write. So the address is worked out where the socket is, before routing, and put into that field; the
 * head as received (`rawHeaders`) stays as it was.
 */
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { env } from '../env'
import { withoutOws } from './field'
import { isOwnSocket, ownAddress } from './own-sockets'

const FIELD = 'x-forwarded-for'
const INSTALLED = Symbol.for('remember-me.client-address')

/** Once in a process, before the first request. */
export function installClientAddress(): void {
  const shared = globalThis as { [INSTALLED]?: true }
  if (shared[INSTALLED]) return
  shared[INSTALLED] = true
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    request.headers[FIELD] = addressOf(request)
  })
}

function addressOf({ headers, socket }: IncomingMessage): string {
  if (isOwnSocket(socket)) return ownAddress()
  const sent = [headers[FIELD] ?? []].flat().join(',')
  return chooseAddress(sent, socket.remoteAddress, env.TRUSTED_PROXY_HOPS)
}

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
