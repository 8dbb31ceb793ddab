/**
 * Figures of this process on a port of their own, for whoever runs it: on 127.0.0.1 and under that name or `localhost`, so that no page of a browser of
 * this machine reads them under another one (DNS rebinding). Never on the shop's port.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { noteOutside } from '@/lib/http/outside-servers'
import { onShutdown } from '@/lib/http/shutdown'
import { log } from '@/lib/log/log'
import { env } from '@/lib/process/env'
import { perProcess } from '@/lib/process/once'
import { exposition } from './exposition'
import { figuresOf, startCounting, type Tally } from './figures'

const NAME = /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/

/** Nothing without METRICS_PORT. A port that is taken is told in the log: the shop serves all the same. */
export function startMetrics(): void {
  const port = env.METRICS_PORT
  if (port === undefined) return
  perProcess('metrics', () => listen(port))
}

/** @param port 0: any */
export function listen(port: number) {
  const counted = startCounting()
  const server = noteOutside(createServer((request, response) => void answer(counted, request, response)))
  server.once('error', () => log('metrics_failed', {}))
  server.listen(port, '127.0.0.1').unref()
  onShutdown(() => {
    server.close()
    server.closeAllConnections()
  })
  return server
}

async function answer(counted: Tally, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method, url, headers } = request
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('X-Content-Type-Options', 'nosniff')
  if (!NAME.test(headers.host ?? '')) return end(response, 421)
  if (url !== '/metrics') return end(response, 404)
  if (method !== 'GET') return end(response, 405)
  response.setHeader('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  end(response, 200, exposition(await figuresOf(counted), env.CELL))
}

function end(response: ServerResponse, status: number, text = ''): void {
  response.writeHead(status)
  response.end(text)
}
