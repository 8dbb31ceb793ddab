// So many requests over so many kept connections, and what they cost the server's process.
import { readdirSync, readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'

const CONNECTIONS = 20

export const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })

/** Microseconds of processor time a request. @throws when an answer is not the one that is measured */
export async function slice(server, target, count) {
  const before = cpuOf(server.pid)
  let left = count
  const one = async () => {
    while (left-- > 0) await send(server.port, target)
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, one))
  return (cpuOf(server.pid) - before) / count
}

function send(port, { method = 'GET', path, headers = {}, body, wanted = 200 }) {
  const { promise, resolve, reject } = Promise.withResolvers()
  const fields = {
    ...headers,
    ...(body && { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }),
  }
  const asked = request({ port, host: 'localhost', path, method, headers: fields, agent }, (answer) => {
    answer.resume()
    answer.on('end', () =>
      answer.statusCode === wanted ? resolve() : reject(new Error(`${path} answered ${answer.statusCode}`)),
    )
  })
  asked.on('error', reject)
  asked.end(body)
  return promise
}

/** Microseconds that all threads of a process have run. Linux counts nanoseconds; elsewhere there is nothing to read. */
export function cpuOf(pid) {
  const tasks = readdirSync(`/proc/${pid}/task`)
  const nanoseconds = tasks.map((task) =>
    Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]),
  )
  return nanoseconds.reduce((sum, one) => sum + one, 0) / 1000
}
