/**
 * Where a request comes in: before the framework, and before any expression over what it holds. The server is made by the framework, so
 * the door takes over its listeners when it first hears of it, and hands on to them what may go in.
 */
import { subscribe } from 'node:diagnostics_channel'
import { type IncomingMessage, Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { env } from '../../env'
import { perProcess } from '../../sandbox/per-process'
import { writeAddress, writeScheme } from '../address'
import { type Names, shopOrigin } from '../host'
import { addresseeOf, isFile, isRoute } from './addressee'
import { redirect, refuse, tellMethods } from './answer'
import { beyondBounds } from './bounds'
import { keepBothAuthorizations } from './credentials'
import { dress } from './dress'
import { dropInternalFields, dropRanges, malformedField, shortenUserAgent } from './framework-fields'
import type { Refusal } from './refusal'
import { canBeDecoded, pathOf, queryOf, targetOf } from './target'
import { answerUnheard, closeWith } from './unheard'

const DEVELOPMENT = process.env.NODE_ENV === 'development'
const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'
const KNOWN = new Set(METHODS.split(', '))

type Inside = (request: IncomingMessage, response: ServerResponse) => void

/** Once in a process, before the first request of a visitor. */
export function installDoor(): void {
  perProcess('door', () => {
    for (const server of listening()) {
      takeOver(server)
      // Who came while the framework was getting ready has passed nothing of this.
      server.closeAllConnections()
    }
    subscribe('net.server.socket', (message) => takeOverOf((message as { socket: Socket }).socket))
    return true
  })
}

/** The framework listens before it runs any code of ours, and shows its server to nobody. */
function listening(): Server[] {
  const { _getActiveHandles: handles } = process as { _getActiveHandles?: () => unknown[] }
  return (handles?.call(process) ?? []).filter((handle) => handle instanceof Server)
}

function takeOverOf(socket: Socket): void {
  const { server } = socket as Socket & { server?: unknown }
  if (server instanceof Server) takeOver(server)
}

const taken = new WeakSet<Server>()

export function takeOver(server: Server, names: Names = ownNames()): void {
  if (taken.has(server)) return
  taken.add(server)
  const listeners = server.listeners('request') as Inside[]
  const inside: Inside = (request, response) => {
    for (const listener of listeners) listener.call(server, request, response)
  }
  server.removeAllListeners('request')
  server.on('request', (request, response) => receive(request, response, names, inside))
  // Node would answer this one without any field.
  server.on('checkExpectation', (request, response) =>
    receive(request, response, names, () => refuse(request, response, { code: 'expectation_failed' })),
  )
  // Asked for below, where it can be said what is wrong.
  Object.assign(server, { requireHostHeader: false })
  // Nothing here speaks another protocol: who offers one is answered in this one (RFC 9110 section 7.8).
  if (!DEVELOPMENT) server.removeAllListeners('upgrade')
  server.on('connect', (_, socket) =>
    closeWith(socket as Socket, 'method_not_allowed', false, { Allow: METHODS }),
  )
  server.on('clientError', (error, socket) => answerUnheard(error, socket as Socket))
}

const ownNames = (): Names => ({
  appOrigin: env.APP_ORIGIN,
  attackerOrigin: env.ATTACKER_ORIGIN,
  port: env.PORT,
})

function receive(request: IncomingMessage, response: ServerResponse, names: Names, inside: Inside): void {
  writeAddress(request)
  dress(response, writeScheme(request))
  const verdict = beyondBounds(request) ?? read(request, names)
  if (verdict === 'in') inside(request, response)
  else if (verdict === 'methods') tellMethods(response, METHODS)
  else if ('location' in verdict) redirect(request, response, verdict.location)
  else refuse(request, response, verdict)
}

type Verdict = 'in' | 'methods' | { location: string } | Refusal

/** What is asked for, and of whom. Where the framework would read something else than we do, it is written as we read it. */
function read(request: IncomingMessage, names: Names): Verdict {
  const target = targetOf(request.url ?? '')
  if (!target) return { code: 'malformed_target' }
  if (!hasOneHost(request)) return { code: 'no_host' }
  const isWhole = target.form === 'asterisk'
  if (!isWhole && target.authority !== null) request.headers.host = target.authority
  const url = isWhole ? '/' : target.url
  if (!isWhole) request.url = url
  const path = pathOf(url)
  if (path === null) return { code: 'malformed_target' }
  const addressee = addresseeOf(request.headers.host, path, queryOf(url), names)
  if (addressee === 'unknown') return { code: 'misdirected', values: { shop: shopOrigin(names) } }
  if (isWhole) return request.method === 'OPTIONS' ? 'methods' : { code: 'malformed_target' }
  if (!canBeDecoded(path)) return { code: 'malformed_path' }
  if (addressee !== 'here') return addressee
  if (isOfFramework(path)) return { code: 'not_found' }
  return refusedMethod(request, path) ?? refusedField(request, path) ?? 'in'
}

/** Services of the framework that this site does not use: it would answer with a page of its own. */
const isOfFramework = (path: string) =>
  !DEVELOPMENT && path.startsWith('/_next/') && !path.startsWith('/_next/static/')

/** RFC 9112 section 3.2: exactly one, but for HTTP/1.0. */
function hasOneHost({ rawHeaders, httpVersion }: IncomingMessage): boolean {
  let given = 0
  for (let at = 0; at < rawHeaders.length; at += 2) if (rawHeaders[at]!.toLowerCase() === 'host') given++
  return given === 1 || (given === 0 && httpVersion === '1.0')
}

/** A route knows its methods and answers 405 with them; one that nothing here takes is asked for as one that no route takes. */
function refusedMethod(request: IncomingMessage, path: string): Refusal | null {
  const { method = '' } = request
  if (isRoute(path)) {
    if (!KNOWN.has(method)) request.method = 'OPTIONS'
    return null
  }
  if (method === 'GET' || method === 'HEAD' || (DEVELOPMENT && path.startsWith('/__nextjs'))) return null
  return { code: 'method_not_allowed', headers: { Allow: 'GET, HEAD' } }
}

function refusedField(request: IncomingMessage, path: string): Refusal | null {
  const { headers } = request
  dropInternalFields(headers, DEVELOPMENT)
  shortenUserAgent(headers)
  const malformed = malformedField(headers)
  if (malformed) return { code: 'malformed_field', errors: [{ path: malformed, code: 'malformed' }] }
  if (isFile(path)) {
    dropRanges(headers)
    // Files have weak marks only, and none of these is ever the same (RFC 9110 section 13.1.1).
    if (headers['if-match'] !== undefined && headers['if-match'] !== '*')
      return { code: 'precondition_failed' }
  }
  keepBothAuthorizations(request)
  return null
}
