import type { Exchange } from '@/lib/trace/model/exchange'

const BY_A_PROXY = /^(x-forwarded-(for|proto)|forwarded|via)$/i

/** Did the request come through a proxy, as its fields say (RFC 7239, RFC 9110 section 7.6.3)? A browser writes none of them. Then the connection is the proxy's, and its reuse says nothing about the browser. */
export function isProxied({ request }: Pick<Exchange, 'request'>): boolean {
  return request.headers.some(([name]) => BY_A_PROXY.test(name))
}
