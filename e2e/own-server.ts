/** A production server of one test's own: with its environment, its data folder, and all that it writes. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const build = join(process.env.NEXT_DIST_DIR ?? '.next', 'standalone/server.js')

export interface OwnServer {
  readonly origin: string
  readonly dataDir: string
  /** Standard output and error so far. */
  output(): string
  /** SIGTERM. @returns the exit code */
  stop(): Promise<number | null>
  /** The data folder, too. */
  remove(): Promise<void>
}

/** @param settings of the environment, which may depend on the port */
export async function ownServer(
  settings: Record<string, string> | ((port: number) => Record<string, string>) = {},
): Promise<OwnServer> {
  const port = await freePort()
  const env = typeof settings === 'function' ? settings(port) : settings
  const dataDir = mkdtempSync(join(tmpdir(), 'remember-me-own-'))
  const child = spawn(process.execPath, ['--dns-result-order=ipv4first', build], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      DATA_DIR: dataDir,
      HOSTNAME: 'localhost',
      PORT: String(port),
      RATE_LIMIT_SCALE: '1000',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  await untilReady(port, child)
  const stop = async () => {
    if (child.exitCode !== null) return child.exitCode
    child.kill('SIGTERM')
    return (await once(child, 'exit'))[0] as number | null
  }
  return {
    origin: `http://localhost:${port}`,
    dataDir,
    output: () => output,
    stop,
    async remove() {
      await stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function untilReady(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300 && child.exitCode === null; tries++) {
    if (await fetch(`http://localhost:${port}/api/health`).catch(() => null)) return
    await sleep(100)
  }
  throw new Error(`The server did not start (exit code ${child.exitCode})`)
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
