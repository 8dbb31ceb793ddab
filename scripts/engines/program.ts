import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Environment } from '../prepare.ts'

export const firstOf = (paths: readonly (string | undefined)[]) =>
  paths.find((path): path is string => path !== undefined && existsSync(path)) ?? null

/** Dates that name no zone are read by the zone of the machine in some engines. */
export const IN_UTC: Environment = { ...process.env, TZ: 'UTC' }

/** A program of ours, ended by its own id. */
export function started(path: string, args: string[], env: Environment = process.env) {
  const options = {
    env: { NODE_ENV: 'production' as const, ...env },
    stdio: 'ignore' as const,
    detached: true,
  }
  const child: ChildProcess = spawn(path, args, options)
  const ended = new Promise<void>((resolve) => {
    child.on('exit', () => resolve())
    child.on('error', () => resolve())
  })
  const signal = (name: NodeJS.Signals) => {
    try {
      // With what it has started: browsers are many processes.
      process.kill(-child.pid!, name)
    } catch {}
  }
  const end = async () => {
    signal('SIGTERM')
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 5000))])
    signal('SIGKILL')
  }
  return { end, ended }
}
