/** One lane's app, made anew and started. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../own-server'

const root = resolve(import.meta.dirname, '../..')
const next = join(root, 'node_modules/next/dist/bin/next')

export interface BareShop {
  readonly origin: string
  /** Ends it and takes its folder away. */
  remove(): Promise<void>
}

/** @param settings of the environment */
export async function bareShop(lane: string, settings: Record<string, string> = {}): Promise<BareShop> {
  const home = join(root, `.next-bare-${lane}`)
  await made(lane)
  const port = await freePort()
  const child = start([next, 'start', '-H', 'localhost', '-p', String(port)], join(home, lane), settings)
  const output = listen(child)
  const origin = `http://localhost:${port}`
  while (!(await fetch(`${origin}/sign-in`).catch(() => null))) {
    if (child.exitCode !== null) throw new Error(`The shop did not start: ${output()}`)
    await sleep(100)
  }
  return {
    origin,
    async remove() {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
      rmSync(home, { recursive: true, force: true })
    },
  }
}

async function made(lane: string): Promise<void> {
  const child = start([join(root, 'e2e/bare/make.ts'), lane], root)
  const output = listen(child)
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`The shop could not be made: ${output()}`)
}

const start = (args: string[], cwd: string, settings: Record<string, string> = {}) =>
  spawn(process.execPath, ['--dns-result-order=ipv4first', ...args], {
    cwd,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

function listen(child: ChildProcess): () => string {
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
  return () => output
}
