// Starts the production server that the build made, and knows when it answers.
import { type ChildProcess, spawn } from 'node:child_process'
import { type AddressInfo, createServer } from 'node:net'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { distDir, type Environment } from './prepare.ts'
import { root, Stop } from './say.mjs'

/**
 * MB of heap. Left to itself V8 sizes it by the machine, and with 24 GB lets garbage lie until 10 000 visitors are a gigabyte.
 * What they need is less than that, and quiet timelines lie outside of it (docs/faults.md, F12; docs/decisions/0032).
 */
const HEAP = ['--max-old-space-size=512']

/**
 * `localhost` and `127.0.0.1` both answer, and nothing from outside. The name decides which Next.js takes for its
 * own; the flag makes it 127.0.0.1 also where `localhost` means ::1 first.
 */
const LOOPBACK = { host: 'localhost', flags: ['--dns-result-order=ipv4first'] }

/** The server ends with this when it wants to be started again: EX_TEMPFAIL of sysexits.h. */
export const RESTART = 75

const OWN = `${distDir}/standalone/server.js`

export interface Served {
  port: number
  host?: string
  env: Environment
  /** Where what the server writes goes; `false`: nowhere. */
  output?: NodeJS.WritableStream | false
  script?: string
  /** A program that becomes Node when it has done its work, with its arguments. */
  under?: readonly string[]
}

export type Server = Awaited<ReturnType<typeof serve>>

export async function serve({
  port,
  host,
  env,
  output: sink = process.stdout,
  script = OWN,
  under = [],
}: Served) {
  const name = !host || host === '127.0.0.1' ? LOOPBACK.host : host
  const [program = '', ...args] = [
    ...under,
    process.execPath,
    ...HEAP,
    ...LOOPBACK.flags,
    resolve(root, script),
  ]
  const child: ChildProcess = spawn(program, args, {
    cwd: root,
    env: { LOG_LEVEL: 'warn', ...env, NODE_ENV: 'production', PORT: String(port), HOSTNAME: name },
    stdio: ['ignore', 'pipe', errorsTo(sink)],
  })
  let output = ''
  const keep = (chunk: Buffer) => (output += chunk)
  child.stdout?.on('data', keep)
  const ended = new Promise<number>((resolve) => {
    child.on('error', () => resolve(127))
    child.on('exit', (code) => resolve(code ?? 1))
  })
  if (!(await answers(port, ended))) {
    child.kill('SIGKILL')
    throw new Stop(`${output}\nThe server did not start.`)
  }
  child.stdout?.off('data', keep)
  if (sink) child.stdout?.pipe(sink)
  else child.stdout?.resume()
  if (sink) child.stderr?.pipe(sink)
  return { ended, pid: child.pid!, stop: () => child.kill('SIGTERM'), kill: () => child.kill('SIGKILL') }
}

/** Beside what it writes: whoever reads that in this process gets both. */
function errorsTo(sink: Served['output']) {
  if (!sink) return 'ignore'
  return sink === process.stdout ? 'inherit' : 'pipe'
}

async function answers(port: number, ended: Promise<number>) {
  let over = false
  ended.then(() => (over = true))
  const until = performance.now() + 60_000
  while (!over && performance.now() < until) {
    const answer = await fetch(`http://localhost:${port}/api/health`).catch(() => null)
    if (answer) return true
    await sleep(20)
  }
  return false
}

/** Both addresses of this machine: a stranger on ::1 would get the requests to `localhost`. */
export async function isFree(port: number) {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, '::1'))
}

function canListen(port: number, host: string) {
  return new Promise<boolean>((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'),
    )
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })
}

export function freePort() {
  return new Promise<number>((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
