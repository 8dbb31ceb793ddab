/** Runs a file of the project as a process of its own. */
import { spawn } from 'node:child_process'

export interface Ended {
  /** null: it was killed. */
  code: number | null
  output: string
}

/** @param args as after `node` */
export function program(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env } })
  let output = ''
  const { promise: spoke, resolve } = Promise.withResolvers<void>()
  const hear = (chunk: Buffer) => {
    output += chunk
    resolve()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended = new Promise<Ended>((done) => child.on('close', (code) => done({ code, output })))
  return {
    ended,
    /** Resolves with what it has written, as soon as it has written something, or has ended. */
    spoke: Promise.race([spoke, ended]).then(() => output),
    kill: () => child.kill('SIGKILL'),
  }
}
