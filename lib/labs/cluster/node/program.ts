/**
 * A node of a cluster, or its session server: a process of its own, started by the server for one run of a lab and ended with it. Bundled
 * (bundle.ts): where the site runs there are no sources. Ends when whoever has started it is gone, whatever that one died of.
 */
import { timingSafeEqual } from 'node:crypto'
import { rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  type NodeConfig,
  type NodeOrder,
  type NodeReport,
  SECRET_FIELD,
  SENT_FIELD,
  trafficText,
} from '../rules'
import { allCopies, catchUp, takeCopy } from './copies'
import { Gate } from './gate'
import { OwnRecords, type Records } from './records'
import { redisRecords } from './redis-store'
import { answerRecords } from './session-server'
import { answerShop } from './shop'
import { recordsOf } from './store-of'
import { counted } from './traffic'

/** Octets of a body; a cart is far less. */
const MOST = 64 * 1024

const own = new OwnRecords()
const gate = new Gate()
let config: NodeConfig
let records: Records

process.on('disconnect', leave)
process.on('message', (order: NodeOrder) => {
  carryOut(order).then(
    (report) => tell({ n: order.n, ...report }),
    (error: Error) => tell({ n: order.n, failed: error.message }),
  )
})
if (!process.connected) leave()

const tell = (report: NodeReport) => void process.send?.(report)

/** The one that has started this process is gone, and cannot tidy up. It may be gone before it has said anything. */
function leave(): never {
  const folder = process.argv[2]
  if (folder) rmSync(folder, { recursive: true, force: true })
  process.exit(0)
}

async function carryOut(order: NodeOrder): Promise<Omit<NodeReport, 'n'>> {
  switch (order.do) {
    case 'begin':
      config = order.config
      records = await recordsOf(() => config, own, gate)
      return { port: await listen() }
    case 'change':
      config = { ...config, ...order.plan }
      return {}
    case 'catch-up':
      await catchUp(own, { peers: () => config.peers, secret: config.secret })
      return {}
    case 'clear':
      if (config.redis) await (await redisRecords(config.redis)).clear()
      return {}
    case 'hold':
      gate.hold(order.lane)
      return {}
    case 'wait-held':
      await gate.waitHeld(order.lane)
      return {}
    case 'release':
      gate.release(order.lane)
      return {}
  }
}

function listen(): Promise<number> {
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const given = Buffer.from(String(request.headers[SECRET_FIELD] ?? ''))
  const wanted = Buffer.from(config.secret)
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return end(response, 403, {})
  const text = await bodyOf(request)
  if (text === null) return end(response, 413, {})
  if (config.role === 'store') return end(response, 200, await answerRecords(own, copiesOfStore(), text))
  if (request.url === '/copies') return end(response, 200, takeCopy(own, text) ?? {})
  if (request.url === '/copies/all') return void response.end(allCopies(own))
  const traffic = { nodes: 0, stores: 0, reads: 0, bytes: 0 }
  const answered = await counted(() => answerShop(request, text, config, records), traffic)
  if (!answered) return end(response, 404, { code: 'not_found' })
  response.setHeader(SENT_FIELD, trafficText(traffic))
  for (const line of answered.setCookie) response.appendHeader('Set-Cookie', line)
  end(response, answered.status, answered.body)
}

const copiesOfStore = () => ({ secret: config.secret, stores: () => config.stores })

function end(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
  response.end(JSON.stringify(body))
}

/** null: more than anybody here sends. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = []
  let octets = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    octets += chunk.length
    if (octets > MOST) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
