// So many requests over so many kept connections, and what they cost the server's process.
import { readdirSync, readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'

const CONNECTIONS = 20
/** Milliseconds until an answer that does not come is a failure, and not a run that never ends. */
const MOST_WAIT = 15_000

export interface Target {
  path?: string
  method?: string
  headers?: Record<string, string>
  body?: string
  wanted?: number
  /** Instead of a request by itself. */
  act?(): Promise<void>
  atOnce?: number
}

/** Of a server. */
export interface Place {
  pid: number
  port: number
}

export const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })

/** Microseconds of processor time a request. @throws when an answer is not the one that is measured */
export async function slice(server: Place, target: Target, count: number) {
  const before = cpuOf(server.pid)
  let left = count
  const one = async () => {
    while (left-- > 0) await (target.act ? target.act() : sendAgain(server.port, target))
  }
  await Promise.all(Array.from({ length: target.atOnce ?? CONNECTIONS }, one))
  return (cpuOf(server.pid) - before) / count
}

/** A kept connection may be closed by the server just when it is used again (RFC 9112 section 9.5): then a second time. */
async function sendAgain(port: number, target: Target) {
  try {
    await send(port, target)
  } catch (error) {
    if (!(error as { reused?: boolean }).reused) throw error
    await send(port, target)
  }
}

function send(port: number, { method = 'GET', path, headers = {}, body, wanted = 200 }: Target) {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const fields = {
    ...headers,
    ...(body && { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }),
  }
  const asked = request({ port, host: 'localhost', path, method, headers: fields, agent })
  const fail = (error: Error & { code?: string }) =>
    reject(Object.assign(error, { reused: asked.reusedSocket && error.code === 'ECONNRESET' }))
  asked.on('error', fail)
  asked.setTimeout(MOST_WAIT, () => asked.destroy(new Error(`${path} did not answer`)))
  asked.on('response', (answer) => {
    answer.on('error', fail)
    answer.on('end', () =>
      answer.statusCode === wanted ? resolve() : reject(new Error(`${path} answered ${answer.statusCode}`)),
    )
    answer.resume()
  })
  asked.end(body)
  return promise
}

/** Microseconds that all threads of a process have run. Linux counts nanoseconds; elsewhere there is nothing to read. */
export function cpuOf(pid: number) {
  const tasks = readdirSync(`/proc/${pid}/task`)
  return tasks.reduce((sum, task) => sum + ranFor(pid, task), 0) / 1000
}

/** Nanoseconds; 0 for a thread that ended since it was listed. */
function ranFor(pid: number, task: string) {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0])
  } catch {
    return 0
  }
}
