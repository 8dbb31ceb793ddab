/**
 * A load balancer of few lines, in this process: the next node in turn, or the one that its own cookie names; a node at which nobody answers
 * is left out and the request goes to the next. It listens on 127.0.0.1 alone and answers nobody who does not know the secret of the run.
 */
import { timingSafeEqual } from 'node:crypto'
import { type IncomingMessage, request, type ServerResponse } from 'node:http'
import { cookiePairs } from '@/lib/http/field'
import { HERE, openHttp } from '../outside/open-http'
import { type ClusterRules, NODE_FIELD, NODES, SECRET_FIELD, TRIED_FIELD } from './rules'

/** Where each node listens; null: it is not to be asked. */
export type NodePorts = Map<number, number | null>

export interface ClusterBalancer {
  readonly port: number
  /** In this lane the next one in turn is this node. */
  turnTo(lane: string, node: number): void
  close(): Promise<void>
}

export const ROUTE_COOKIE = 'route'

export async function openBalancer(
  ports: NodePorts,
  { balance }: ClusterRules,
  secret: string,
): Promise<ClusterBalancer> {
  // Lanes are played side by side: each has a turn of its own, so that none moves another's.
  const turns = new Map<string, number>()
  const next = (lane: string) => {
    const node = turns.get(lane) ?? 1
    turns.set(lane, (node % NODES.length) + 1)
    return node
  }
  const handle = async (asked: IncomingMessage, response: ServerResponse) => {
    if (!knows(asked, secret)) return void response.writeHead(403).end()
    const lane = /^\/(\w+)\//.exec(asked.url ?? '')?.[1] ?? ''
    const named = balance === 'sticky' ? routeOf(asked) : null
    const first = named ?? next(lane)
    const body = await octetsOf(asked)
    const tried: number[] = []
    for (const node of inTurn(first)) {
      const port = ports.get(node)
      if (!port) continue
      tried.push(node)
      const answer = await forward(port, asked, body).catch(unlessRefused)
      if (!answer) continue
      if (named === null && node !== first) turns.set(lane, (node % NODES.length) + 1)
      response.setHeader(NODE_FIELD, node)
      response.setHeader(TRIED_FIELD, tried.join(', '))
      if (balance === 'sticky' && named === null)
        response.setHeader('Set-Cookie', `${ROUTE_COOKIE}=${node}; Path=/${lane}; HttpOnly; SameSite=Lax`)
      return passOn(answer, response)
    }
    response.setHeader(TRIED_FIELD, tried.join(', '))
    response.writeHead(502).end()
  }
  const server = await openHttp((asked, response) => {
    handle(asked, response).catch(() => response.destroy())
  })
  return { ...server, turnTo: (lane, node) => void turns.set(lane, node) }
}

function knows({ headers }: IncomingMessage, secret: string): boolean {
  const [given, wanted] = [Buffer.from(String(headers[SECRET_FIELD] ?? '')), Buffer.from(secret)]
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

function routeOf({ headers }: IncomingMessage): number | null {
  const [, value] = cookiePairs(headers.cookie ?? '').find(([name]) => name === ROUTE_COOKIE) ?? []
  return NODES.find((node) => String(node) === value) ?? null
}

const inTurn = (first: number) => NODES.map((_, at) => ((first - 1 + at) % NODES.length) + 1)

async function octetsOf(asked: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of asked) chunks.push(chunk)
  return Buffer.concat(chunks)
}

interface NodeReply {
  response: IncomingMessage
  body: Buffer
}

/** On a connection of its own: then a node that is gone has refused it, and nothing has been sent twice. */
function forward(port: number, asked: IncomingMessage, body: Buffer): Promise<NodeReply> {
  return new Promise((resolve, reject) => {
    const sent = request({
      ...{ host: HERE, port, method: asked.method, path: asked.url, agent: false },
      headers: { ...asked.headers, connection: 'close' },
    })
    sent.once('error', reject)
    sent.once('response', (response) => {
      octetsOf(response).then((octets) => resolve({ response, body: octets }), reject)
    })
    sent.end(body)
  })
}

function unlessRefused(error: NodeJS.ErrnoException): null {
  if (error.code === 'ECONNREFUSED') return null
  throw error
}

/** Of one connection, and no part of the message (RFC 9110 section 7.6.1). */
const OF_CONNECTION = new Set(['connection', 'keep-alive', 'transfer-encoding', 'date'])

function passOn({ response, body }: NodeReply, to: ServerResponse): void {
  const { rawHeaders, statusCode = 502 } = response
  for (let at = 0; at < rawHeaders.length; at += 2)
    if (!OF_CONNECTION.has(rawHeaders[at]!.toLowerCase()))
      to.appendHeader(rawHeaders[at]!, rawHeaders[at + 1]!)
  to.writeHead(statusCode).end(body)
}
