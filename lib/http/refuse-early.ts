/**
 * What the framework would answer badly or not at all is pointed at a route that answers well, before routing.
 */
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

const KNOWN = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** After the wire tap, which has the request as it came. @returns ends it */
export function installRefuseEarly(): () => void {
  const started = (message: unknown) => refuseEarly((message as { request: IncomingMessage }).request)
  subscribe('http.server.request.start', started)
  return () => void unsubscribe('http.server.request.start', started)
}

export function refuseEarly(request: IncomingMessage): void {
  if (!KNOWN.has(request.method ?? '')) pointAt(request, '/api/method-not-allowed')
  else if (isMalformed(request.url ?? '')) pointAt(request, '/api/malformed-path')
  keepBothAuthorizations(request)
}

function pointAt(request: IncomingMessage, path: string): void {
  request.method = 'GET'
  request.url = path
}

/** The framework decodes the path before any code of ours and gives up with a bare 500. */
function isMalformed(url: string): boolean {
  const [path = ''] = url.split('?', 1)
  if (!path.includes('%')) return false
  try {
    decodeURIComponent(path)
    return false
  } catch {
    return true
  }
}

/** Node keeps the first of two and says nothing. Which one is meant is not for the server to guess: joined, it is refused as malformed. */
function keepBothAuthorizations({ rawHeaders, headers }: IncomingMessage): void {
  const values = rawHeaders.filter(
    (_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'authorization',
  )
  if (values.length > 1) headers.authorization = values.join(', ')
}
