/** What a cell tells of itself in figures. Tally while it runs; nothing in it says who. */
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { allSandboxes } from '@/lib/db/client'
import { isFromSelf } from '@/lib/http/address'
import { isApi, isFile, isRoute } from '@/lib/http/door/addressee'
import { isOutside } from '@/lib/http/outside-servers'
import { refusals } from '@/lib/http/problem'
import { openStreams } from '@/lib/sandbox/owner/events'
import { drainOf } from '@/lib/sandbox/world/drain'
import { knownIds } from '@/lib/sandbox/world/registry'
import type { Metric } from './exposition'

/** Milliseconds. */
const RESOLUTION = 10

interface Finish {
  request: IncomingMessage
  response: ServerResponse
  server: Server
}

type Kind = 'api' | 'events' | 'health' | 'file' | 'page' | 'lab'

export interface Tally {
  requests: Map<`${Kind} ${number}`, number>
  delay: ReturnType<typeof monitorEventLoopDelay>
}

/** Once in a process, and only where somebody reads it: each request costs a little. */
export function startCounting(): Tally {
  const requests: Tally['requests'] = new Map()
  subscribe('http.server.response.finish', (message) => {
    const { request, response, server } = message as Finish
    if (isOutside(server)) return
    const key = `${kindOf(request)} ${response.statusCode}` as const
    requests.set(key, (requests.get(key) ?? 0) + 1)
  })
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION })
  delay.enable()
  return { requests, delay }
}

function kindOf(request: IncomingMessage): Kind {
  if (isFromSelf(request)) return 'lab'
  const path = (request.url ?? '').split('?', 1)[0]!
  if (path === '/api/health') return 'health'
  if (path === '/api/sandbox/events') return 'events'
  if (isApi(path) || isRoute(path)) return 'api'
  return isFile(path) ? 'file' : 'page'
}

/** `sandboxes` of the database are left out while it does not answer. */
export async function figuresOf({ requests, delay }: Tally): Promise<Metric[]> {
  return [
    {
      ...{ name: 'requests_total', type: 'counter', help: 'Answered requests; event streams when they end.' },
      values: [...requests].map(([key, value]) => {
        const [kind, status] = key.split(' ') as [string, string]
        return { labels: { kind, status }, value }
      }),
    },
    {
      ...{ name: 'refusals_total', type: 'counter', help: 'Problem answers, by their stable code.' },
      values: [...refusals()].map(([code, value]) => ({ labels: { code }, value })),
    },
    gauge('sandboxes', 'Sandboxes that live, without the rooms of labs.', await alive()),
    gauge('sandboxes_in_memory', 'Sandboxes in memory, with the rooms of labs.', knownIds().length),
    gauge('streams', 'Open event streams.', openStreams()),
    gauge('draining', '1: no new sandboxes are taken.', drainOf() ? 1 : 0),
    ...delays(delay),
    gauge('resident_bytes', 'Resident set.', process.memoryUsage.rss()),
    gauge('heap_used_bytes', 'Heap of V8 in use.', process.memoryUsage().heapUsed),
    {
      ...{ name: 'cpu_seconds_total', type: 'counter', help: 'Processor time of the process.' },
      values: [{ value: seconds(process.cpuUsage()) }],
    },
    gauge('uptime_seconds', 'Since the process started.', process.uptime()),
  ]
}

function gauge(name: string, help: string, value: number | null): Metric {
  return { name, type: 'gauge', help, values: value === null ? [] : [{ value }] }
}

const seconds = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1e6

/** Since they were last read. */
function delays(delay: Tally['delay']): Metric[] {
  const told = [0.5, 0.95, 0.99, 1].map((part) => ({
    labels: { quantile: String(part) },
    value: Math.max(0, (part === 1 ? delay.max : delay.percentile(part * 100)) / 1e9 - RESOLUTION / 1000),
  }))
  delay.reset()
  const help = 'By how much the event loop was late, since this was last read.'
  return [{ name: 'event_loop_delay_seconds', type: 'gauge', help, values: told }]
}

async function alive(): Promise<number | null> {
  const where = { roomOf: null, expiresAt: { gt: new Date() } }
  return allSandboxes()
    .sandbox.count({ where })
    .catch(() => null)
}
