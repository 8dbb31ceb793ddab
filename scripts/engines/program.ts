import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Environment } from '../prepare.ts'

export const firstOf = (paths: readonly (string | undefined)[]) =>
  paths.find((path): path is string => path !== undefined && existsSync(path)) ?? null

/** Dates that name no zone are read by the zone of the machine in some engines. */
export const IN_UTC: Environment = { ...process.env, TZ: 'UTC' }

/** Groups of processes that this run has started and not ended yet. */
const running = new Set<number>()

/** Whatever ends this run, a failure or a signal, no browser outlives it. */
process.on('exit', endStarted)

/** What a failure has left behind: at once. */
export function endStarted() {
  for (const group of running) signalTo(group, 'SIGKILL')
  running.clear()
}

/** A program of ours, ended by its own id. */
export function started(path: string, args: string[], env: Environment = process.env) {
  const options = {
    env: { NODE_ENV: 'production' as const, ...env },
    stdio: 'ignore' as const,
    detached: true,
  }
  const child: ChildProcess = spawn(path, args, options)
  const group = child.pid
  if (group) running.add(group)
  const ended = new Promise<void>((resolve) => {
    child.on('exit', () => resolve())
    child.on('error', () => resolve())
  })
  const end = async () => {
    if (!group) return
    signalTo(group, 'SIGTERM')
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 5000))])
    signalTo(group, 'SIGKILL')
    running.delete(group)
  }
  return { end, ended }
}

/** With what it has started: browsers are many processes. */
function signalTo(group: number, name: NodeJS.Signals) {
  try {
    process.kill(-group, name)
  } catch {}
}
