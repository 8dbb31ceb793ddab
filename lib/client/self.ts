/**
 * A real request from this server to itself, over a socket, so that it passes the same wire tap as anybody's. The address is
 * fixed when the server starts; the path is made of one lab room's name. Nothing of either comes from input.
 */
import { randomUUID } from 'node:crypto'
import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http'
import type { Socket } from 'node:net'
import { shopOrigin } from '@/lib/http/host'
import { noteOwnSocket } from '@/lib/http/own-sockets'
import { env, names } from '@/lib/process/env'
import { perProcess } from '@/lib/process/once'
import type { Device } from '@/lib/strategies/strategy'
import type { Exchange, HeaderLine } from '@/lib/trace/model/exchange'
import { makeAnswer, type TransportRequest, type WireAnswer } from './transport'

export interface SelfRequest extends TransportRequest {
  /** Instead of the agent of all, whose sockets go to whoever asks next: ownSocket(). */
  agent?: Agent
}

/** Long enough for a busy machine, short enough that a run ends. */
const PATIENCE = 15_000

/** @throws when no answer comes */
export function sendToSelf(asked: SelfRequest): Promise<WireAnswer> {
  const sent = prepared(asked)
  return new Promise((resolve, reject) => {
    sent.once('timeout', () => sent.destroy(new Error('no answer')))
    sent.once('error', (error) => {
      // The server has let an idle connection go in the same moment, and has read nothing: once more, over another one.
      if (sent.reusedSocket && isReset(error)) resolve(sendToSelf(asked))
      else reject(error)
    })
    sent.once('response', (response) => answerIn(response).then(resolve, reject))
    sent.end(asked.body)
  })
}

/**
 * With the exchange that the wire tap recorded, null where it saw none: it is known by a User-Agent that no other request has.
 * @param recorded the exchange whose request carried this User-Agent
 */
export async function sendRecorded(
  asked: SelfRequest,
  device: Device,
  recorded: (userAgent: string) => Promise<Exchange | null>,
): Promise<WireAnswer & { exchange: Exchange | null }> {
  const userAgent = `lab-${device}/${randomUUID().slice(0, 8)}`
  const exchange = recorded(userAgent)
  const answer = await sendToSelf({ ...asked, headers: [['User-Agent', userAgent], ...asked.headers] })
  return { ...answer, exchange: await exchange }
}

const isReset = (error: NodeJS.ErrnoException) => error.code === 'ECONNRESET'

function prepared({ method, path, headers, body, agent = common() }: SelfRequest): ClientRequest {
  const { address, host } = self()
  const fields = [['Host', host], ...headers, ...lengthOf(body)].flat()
  return request({ ...address, method, path, headers: fields, agent, timeout: PATIENCE })
}

const lengthOf = (body?: string): HeaderLine[] =>
  body === undefined ? [] : [['Content-Length', String(Buffer.byteLength(body))]]

async function answerIn(response: IncomingMessage): Promise<WireAnswer> {
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk)
  const { rawHeaders, statusCode = 0 } = response
  const headers = new Headers()
  for (let at = 0; at < rawHeaders.length; at += 2) headers.append(rawHeaders[at]!, rawHeaders[at + 1]!)
  return makeAnswer(statusCode, headers, Buffer.concat(chunks).toString('utf8'))
}

interface Self {
  address: { host: string; port: number }
  host: string
}

const EVERYWHERE = new Set(['', '0.0.0.0', '::', 'localhost'])

/** Where this server listens, and the name it goes by. */
function self(): Self {
  return perProcess('self', () => {
    const { HOST = '', PORT: port } = env
    const host = new URL(shopOrigin(names())).host
    return { address: { host: EVERYWHERE.has(HOST) ? '127.0.0.1' : HOST, port }, host }
  })
}

/** For a server that listens elsewhere than the environment says: one of a test. */
export function setSelf(origin: string): void {
  const { hostname, port, host } = new URL(origin)
  Object.assign(self(), { address: { host: hostname, port: Number(port) }, host })
}

const common = (): Agent => perProcess('own-agent', () => makeAgent(32))

/** One connection, and nobody else's: its requests follow one another on it while it lasts. */
export const ownSocket = (): Agent => makeAgent(1)

function makeAgent(maxSockets: number): Agent {
  const made = new Agent({ keepAlive: true, maxSockets })
  const connect = made.createConnection.bind(made)
  made.createConnection = (...details: Parameters<typeof connect>) => {
    const socket = connect(...details)
    if (socket) noteOwnSocket(socket as Socket)
    return socket
  }
  return made
}
