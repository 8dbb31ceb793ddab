/**
 * The API answers under the shop's own name only, like the pages (proxy.ts): a page that makes another name point
 * here (DNS rebinding) would otherwise be same-origin with it. Decided where the request comes in, before routing.
 */
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { env } from '../env'
import { hostRule, type Names } from './host'

const INSTALLED = Symbol.for('remember-me.known-host')

/** Once in a process, before the first request. */
export function installKnownHost(): void {
  const shared = globalThis as { [INSTALLED]?: true }
  if (shared[INSTALLED]) return
  shared[INSTALLED] = true
  const names = { appOrigin: env.APP_ORIGIN, attackerOrigin: env.ATTACKER_ORIGIN, port: env.PORT }
  subscribe('http.server.request.start', (message) =>
    redirectStrangers((message as { request: IncomingMessage }).request, names),
  )
}

/** As the framework reads it: without dot segments (`/./api/…`), and without the origin of a whole URI (RFC 9112 section 3.2.2). */
const plainPath = (url: string) => PLAIN.exec(url)?.[0] ?? URL.parse(url, 'http://localhost')?.pathname ?? url
/** Has neither dots nor escapes nor an origin: nearly every request. */
const PLAIN = /^\/(?!\/)[\w/-]*(?=\?|$)/

/** Whoever asks whether the server lives may ask under any name: the answer holds nothing. */
const ANY_NAME = /^\/api\/health$/

export function redirectStrangers(request: IncomingMessage, names: Names): void {
  const { url = '', headers } = request
  // Only proxy.ts and this file may say what was asked for.
  delete headers['x-asked-for']
  const path = plainPath(url)
  if (!path.startsWith('/api/') || ANY_NAME.test(path)) return
  const { site } = hostRule(headers.host ?? null, '/api', names)
  if (site === 'unknown') {
    request.method = 'GET'
    request.url = '/api/misdirected'
  } else if (site === 'moved') {
    headers['x-asked-for'] = url
    request.url = '/api/moved'
  } else if (/^\/api\/.+\/$/.test(path)) {
    headers['x-asked-for'] = url.replace(/\/+(?=\?|$)/, '')
    request.url = '/api/moved'
  }
}
