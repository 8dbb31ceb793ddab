/** Requests to what is not this shop. What is kept of them is what went over the socket. */
import { type Agent, type ClientRequest, type IncomingMessage, request } from 'node:http'
import { makeAnswer, type WireAnswer } from '@/lib/client/transport'
import type { Action } from '@/lib/shop/operations'
import type { Device, StrategyName } from '@/lib/strategies/strategy'
import { settle } from '@/lib/trace/fast/batch'
import type { Exchange, HeaderLine, ResponseHead } from '@/lib/trace/model/exchange'
import type { Timeline } from '@/lib/trace/publish/timeline'
import type { Reply } from '../stage/client'
import { HERE } from './open-http'
import { exchangeHeard } from './record'
import { listen, type Overheard } from './tap'

export interface LabWire {
  /** @throws when the connection breaks before an answer is complete; the exchange is kept, and is in the error (BrokenWire) */
  send(asked: OutsideAsk): Promise<Reply>
}

export interface OutsideAsk {
  /** Who answers, in the field's words: "node 2", "authorization server", "cache"; or told by the answer, null where none came. */
  to: string | ((answer: ResponseHead | null) => string)
  /** Whose request it is. */
  device: Device
  /** The nearest of the shop's operations. */
  action: Action
  /** On this machine. */
  port: number
  /** In place of the port: a socket of the operating system (open-local.ts). */
  socketPath?: string
  /** Of the Host field; without it the address itself. */
  host?: string
  method: string
  path: string
  /** In the order in which they go out, behind Host. */
  headers?: readonly HeaderLine[]
  /** As JSON; a string goes as it is, as a form unless a Content-Type is given. */
  body?: unknown
  /** Keeps connections, where it does. Without one each request has a connection of its own, which ends with the answer. */
  agent?: Agent
  httpVersion?: '1.0' | '1.1'
  /** Nothing is said of the connection: no Connection field, which Node's client would add. */
  silent?: true
}

/** No answer came, or only a part of it. */
export class BrokenWire extends Error {
  constructor(
    readonly code: string,
    /** As it is kept: without a response where no head came. */
    readonly exchange: Exchange | null,
  ) {
    super(`no answer: ${code}`)
  }
}

export interface WireRoom {
  strategy: StrategyName
  timeline: Timeline
  noted(device: Device, reply: Reply): void
}

/** Longer than a node takes to be given up, shorter than a run. */
const PATIENCE = 10_000

export const openWire = (room: WireRoom): LabWire => ({ send: (asked) => sendOutside(room, asked) })

async function sendOutside(room: WireRoom, asked: OutsideAsk): Promise<Reply> {
  const began = { at: new Date(), ticks: performance.now() }
  let heard: Overheard | null = null
  const keep = (completed: boolean) => {
    if (!heard?.connected || heard.sent.length === 0) return null
    const draft = exchangeHeard({ ...room, ...asked }, { ...began, heard, completed })
    // What the shop has recorded before comes before it.
    settle()
    return room.timeline.append(draft)
  }
  try {
    const answer = await answered(asked, (mine) => {
      heard = mine
    })
    const reply = { ...answer, json: answer.body, exchange: keep(true) }
    room.noted(asked.device, reply)
    return reply
  } catch (error) {
    const { code = 'ECONNRESET' } = error as NodeJS.ErrnoException
    const exchange = keep(false)
    room.noted(asked.device, { ...makeAnswer(0, new Headers(), ''), json: null, exchange })
    throw new BrokenWire(code, exchange)
  }
}

function answered(asked: OutsideAsk, hear: (heard: Overheard) => void): Promise<WireAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<WireAnswer>()
  const { body, sent } = prepared(asked)
  sent.once('socket', (socket) => hear(listen(socket, asked.httpVersion === '1.0')))
  sent.once('timeout', () => sent.destroy(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })))
  sent.once('error', reject)
  sent.once('response', (response) => void answerIn(response).then(resolve, reject))
  sent.end(body)
  return promise
}

function prepared(asked: OutsideAsk): { body: string | undefined; sent: ClientRequest } {
  const { port, socketPath, method, path, agent = false } = asked
  const headers: HeaderLine[] = [
    ['Host', asked.host ?? (socketPath ? 'localhost' : `${HERE}:${port}`)],
    ...(asked.headers ?? []),
  ]
  const body = bodyOf(asked)
  if (body !== undefined) {
    const isTyped = headers.some(([name]) => name.toLowerCase() === 'content-type')
    if (!isTyped) headers.push(['Content-Type', typeof asked.body === 'string' ? FORM : 'application/json'])
    headers.push(['Content-Length', String(Buffer.byteLength(body))])
  }
  const where = socketPath ? { socketPath } : { host: HERE, port }
  const options = { ...where, method, path, agent, timeout: PATIENCE }
  if (!asked.silent) return { body, sent: request({ ...options, headers: headers.flat() }) }
  const sent = request({ ...options, setHost: false })
  for (const [name, value] of headers) sent.appendHeader(name, value)
  sent.removeHeader('Connection')
  return { body, sent }
}

const FORM = 'application/x-www-form-urlencoded'

const bodyOf = ({ body }: OutsideAsk): string | undefined =>
  body === undefined || typeof body === 'string' ? body : JSON.stringify(body)

async function answerIn(response: IncomingMessage): Promise<WireAnswer> {
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk)
  const headers = new Headers()
  const { rawHeaders, statusCode = 0 } = response
  for (let at = 0; at < rawHeaders.length; at += 2) headers.append(rawHeaders[at]!, rawHeaders[at + 1]!)
  return makeAnswer(statusCode, headers, Buffer.concat(chunks).toString('utf8'))
}
