/**
 * The end of the process, on SIGTERM and SIGINT. The framework waits until every connection is closed, and an
 * event stream never is: whoever holds one registers how to end it.
 */
import { subscribe } from 'node:diagnostics_channel'
import type { Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { bugOf } from '@/lib/log/bug'
import { log } from '@/lib/log/log'
import { perProcess } from '@/lib/process/once'

type Work = () => void | Promise<void>

interface Shutdown {
  work: Set<Work>
  begun: boolean
  installed: boolean
  end: (code: number) => Promise<void>
}

const state = () =>
  perProcess<Shutdown>('shutdown', () => ({
    work: new Set(),
    begun: false,
    installed: false,
    end: async () => {},
  }))

/** How long requests under way may still take, in milliseconds. */
const GRACE = 4000

/** Runs `work` when the process is told to end. Returns a function that takes it back. */
export function onShutdown(work: Work): () => void {
  const { work: all } = state()
  all.add(work)
  return () => all.delete(work)
}

/** true: no new event stream should be opened. */
export function isShuttingDown(): boolean {
  return state().begun
}

/** Ends what was registered; a failure of one does not keep the others. */
export async function runShutdown(): Promise<void> {
  const { work } = state()
  const all = [...work]
  work.clear()
  const results = await Promise.allSettled(all.map(async (one) => one()))
  for (const result of results)
    if (result.status === 'rejected') log('bug', { ...bugOf(result.reason), route: 'shutdown' })
}

/**
 * Called once, when the server starts. Takes the place of the framework's own handlers, which wait without
 * limit and leave with 143.
 * @param last runs when all requests are answered or the grace is over: closing the database
 */
export function installShutdown(last: Work = () => {}): void {
  const shutdown = state()
  if (shutdown.installed) return
  shutdown.installed = true
  const servers = new Set<Server>()
  subscribe('http.server.request.start', (message) => servers.add((message as { server: Server }).server))
  shutdown.end = async (code) => {
    if (shutdown.begun) return
    shutdown.begun = true
    log('server_ending', {})
    await Promise.all([runShutdown(), Promise.race([closeAll(servers), sleep(GRACE)])])
    await Promise.race([last(), sleep(500)])
    process.exit(code)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.removeAllListeners(signal)
    process.on(signal, () => void shutdown.end(0))
  }
}

/** As SIGTERM does, with another exit code. Does nothing where `installShutdown` was not called. */
export const endServer = (code: number): Promise<void> => state().end(code)

/** Accepts nothing more, answers what is under way, lets idle connections go. */
async function closeAll(servers: Set<Server>): Promise<void> {
  const closed = [...servers].map((server) => new Promise((resolve) => server.close(resolve)))
  const idle = setInterval(() => {
    for (const server of servers) server.closeIdleConnections()
  }, 25)
  await Promise.all(closed)
  clearInterval(idle)
}
