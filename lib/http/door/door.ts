/**
 * Where a request comes in: before the framework, and before any expression over what it holds. The server is made by the framework, so
 * the door takes over its listeners when it first hears of it, and hands on to them what may go in.
 */
import { subscribe } from 'node:diagnostics_channel'
import { type IncomingMessage, Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { hashedAddress } from '@/lib/log/ids'
import { log } from '@/lib/log/log'
import { fileOf } from '@/lib/process/database-url'
import { env, names } from '@/lib/process/env'
import { perProcess } from '@/lib/process/once'
import { seldom } from '@/lib/process/throttle'
import { addressOf, isFromSelf, writeAddress, writeScheme } from '../address'
import type { Names } from '../host'
import { isOutside } from '../outside-servers'
import { isRoute } from './addressee'
import { redirect, refuse, tellMethods } from './answer'
import { beyondBounds } from './bounds'
import { turnOf } from './connection'
import { type Admission, Count } from './count'
import { answerPreflight } from './cross-origin'
import { dress } from './dress'
import { priceOfRequest } from './price'
import { DEVELOPMENT, type DoorVerdict, METHODS, read } from './read'
import { answerUnheard, closeWith } from './unheard'
import { Unread } from './unread'

type Inside = (request: IncomingMessage, response: ServerResponse) => void

/** Once in a process, before the first request of a visitor. */
export function installDoor(): void {
  perProcess('door', () => {
    const rules = ownRules()
    for (const server of listening().filter((one) => !isOutside(one))) {
      takeOver(server, rules)
      // Who came while the framework was getting ready has passed nothing of this.
      server.closeAllConnections()
    }
    subscribe('net.server.socket', (message) => {
      const { server } = (message as { socket: Socket & { server?: unknown } }).socket
      if (server instanceof Server) takeOver(server, rules)
    })
    return true
  })
}

/** The framework listens before it runs any code of ours, and shows its server to nobody. */
function listening(): Server[] {
  const { _getActiveHandles: handles } = process as { _getActiveHandles?: () => unknown[] }
  return (handles?.call(process) ?? []).filter((handle) => handle instanceof Server)
}

/** Of one answer's end: the framework's, and of each that counts, bounds or records it. Beyond ten Node suspects a leak. */
const MOST_LISTENERS = 24

const taken = new WeakSet<Server>()

export interface DoorRules {
  names: Names
  /** null: nothing is counted. */
  count: Count | null
}

export function takeOver(server: Server, { names, count }: DoorRules): void {
  if (taken.has(server) || isOutside(server)) return
  taken.add(server)
  const listeners = server.listeners('request') as Inside[]
  const inside: Inside = (request, response) => {
    for (const listener of listeners) listener.call(server, request, response)
  }
  const unread = new Unread()
  const receive = (then: Inside): Inside => {
    const serve: Inside = (request, response) => serveOne(request, response, { names, count }, then)
    return (request, response) => {
      response.setMaxListeners(MOST_LISTENERS)
      writeAddress(request)
      dress(response, writeScheme(request))
      unread.watch(response)
      inTurn(request, response, serve)
    }
  }
  server.removeAllListeners('request')
  server.on('request', receive(inside))
  // Node would answer this one without any field.
  server.on(
    'checkExpectation',
    receive((request, response) => refuse(request, response, { code: 'expectation_failed' })),
  )
  // Asked for by us, where it can be said what is wrong.
  Object.assign(server, { requireHostHeader: false })
  // Nothing here speaks another protocol: who offers one is answered in this one (RFC 9110 section 7.8).
  if (!DEVELOPMENT) server.removeAllListeners('upgrade')
  server.on('connect', (_, socket) =>
    closeWith(socket as Socket, 'method_not_allowed', false, { Allow: METHODS }),
  )
  server.on('clientError', (error, socket) => answerUnheard(error, socket as Socket))
}

/** Requests that are served at a time where each waits for a libSQL server. */
const FAR_AWAY = 32

function ownRules(): DoorRules {
  const servedAtOnce = fileOf(env.DATABASE_URL) === null ? FAR_AWAY : undefined
  const count = () => new Count(env.RATE_LIMIT_SCALE, servedAtOnce ? { servedAtOnce } : {})
  return { names: names(), count: DEVELOPMENT ? null : count() }
}

function inTurn(request: IncomingMessage, response: ServerResponse, serve: Inside): void {
  const turn = turnOf(request.socket, response)
  if (turn === 'now') serve(request, response)
  else if (turn === 'full')
    refuse(request, response, { code: 'too_many', retryAfter: 1, headers: { Connection: 'close' } })
  else if (turn !== 'unheard') void turn.then(() => serve(request, response))
}

/** Its head is measured, then read, then counted; then it goes in. */
function serveOne(
  request: IncomingMessage,
  response: ServerResponse,
  { names, count }: DoorRules,
  inside: Inside,
): void {
  const verdict = beyondBounds(request) ?? read(request, names)
  const goIn = () => {
    const path = isIn(verdict) ? verdict.in : ''
    if (!answerPreflight(request, response, { path, names })) inside(request, response)
  }
  // What this server asks of itself is bounded where it asks.
  if (!count || isFromSelf(request)) {
    follow(verdict, request, response, goIn)
    return
  }
  const address = addressOf(request)
  const sendAway = (sent: Admission) => {
    if (sent) refuseCrowd(request, response, { address, ...sent })
  }
  const asked = { address, response }
  if (isWork(verdict)) {
    void count.work(asked, verdict.in, goIn).then(sendAway)
    return
  }
  const points = priceOfRequest(isIn(verdict) ? verdict.in : null, request)
  void count.request(asked, points, () => follow(verdict, request, response, goIn)).then(sendAway)
}

const isIn = (verdict: DoorVerdict): verdict is { in: string } =>
  typeof verdict === 'object' && 'in' in verdict

/** Not a route: a page, or a file. */
const isWork = (verdict: DoorVerdict): verdict is { in: string } => isIn(verdict) && !isRoute(verdict.in)

function follow(
  verdict: DoorVerdict,
  request: IncomingMessage,
  response: ServerResponse,
  goIn: () => void,
): void {
  if (verdict === 'methods') tellMethods(response, METHODS)
  else if ('in' in verdict) goIn()
  else if ('location' in verdict) redirect(request, response, verdict.location)
  else refuse(request, response, verdict)
}

function refuseCrowd(
  request: IncomingMessage,
  response: ServerResponse,
  { address, retryAfter }: { address: string; retryAfter: number },
): void {
  seldom(`too_many ${address}`, (suppressed) =>
    log('rate_limited', { address: hashedAddress(address), suppressed }),
  )
  refuse(request, response, { code: 'too_many', retryAfter })
}
