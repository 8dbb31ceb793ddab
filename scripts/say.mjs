// @ts-check
// What the scripts print, and how they run programs. Plain Node, no packages: these files run before any is there.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

/** @param {string} text */
export const say = (text) => process.stdout.write(`${text}\n`)

/**
 * Seconds since `from` (performance.now()), for people.
 * @param {number} from
 */
export const elapsed = (from) => {
  const seconds = (performance.now() - from) / 1000
  return seconds < 10 ? `${seconds.toFixed(1)} s` : `${Math.round(seconds)} s`
}

/**
 * One long step: its name, a sign of life every 10 s, and how long it took.
 * @template T
 * @param {string} title
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const from = performance.now()
  say(`${title} …`)
  const alive = setInterval(() => say(`  still at it: ${title.toLowerCase()}, ${elapsed(from)}`), 10_000)
  try {
    const result = await work()
    say(`  done in ${elapsed(from)}`)
    return result
  } finally {
    clearInterval(alive)
  }
}

/**
 * Calls `stop` when this script is told to end. npm passes a signal to the shell between, which dies of it and
 * passes nothing on: then the parent is another one.
 * @param {() => void} stop
 */
export function onEnd(stop) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
  const parent = process.ppid
  if (!process.env.npm_lifecycle_event) return
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    stop()
  }, 250)
  watch.unref()
}

/** Ends the script with one plain message. */
export class Stop extends Error {}

/** @param {() => unknown} work gives the exit code; nothing: 0 */
export async function main(work) {
  try {
    const code = await work()
    process.exitCode = typeof code === 'number' ? code : (process.exitCode ?? 0)
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    process.stderr.write(`\n${error.message}\n`)
    process.exitCode = 1
  }
}

/**
 * Runs a program to its end. Its output is kept and shown only when it fails, unless `show` is set.
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, show?: boolean, timeout?: number }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(program, args, { env = process.env, show = false, timeout } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: /** @type {NodeJS.ProcessEnv} */ (env),
      timeout,
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/**
 * As `run`, but a failure stops the script.
 * @param {string} what
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, show?: boolean, timeout?: number }} [options]
 */
export async function must(what, program, args, options) {
  const { code, output } = await run(program, args, options)
  if (code !== 0) throw new Stop(`${output}\n${what} failed (exit code ${code}).`)
  return output
}
