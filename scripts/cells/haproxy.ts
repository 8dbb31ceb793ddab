// HAProxy on this machine, with a configuration that was looked at first.
import { type ChildProcess, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { type ProxyAsked, proxyConfig } from '../proxy.ts'
import { run, Stop } from '../say.mjs'

export const isInstalled = async (): Promise<boolean> => (await run('haproxy', ['-v'])).code === 0

const MISSING = `HAProxy is not installed: it stands in front of the cells and sends each visitor to the one that has the sandbox.
  Debian, Ubuntu: apt-get install haproxy
  macOS: brew install haproxy
One server needs none: npm run demo without CELLS.`

export class FrontProxy {
  readonly #file: string
  readonly #port: number
  #child: ChildProcess | null = null
  #ended: Promise<number> = Promise.resolve(0)

  /** @param file where its configuration is written @param port one that it listens on, by which it is known to be there */
  constructor(file: string, port: number) {
    this.#file = file
    this.#port = port
  }

  /** @throws Stop when there is none, or it does not take the configuration */
  async write(asked: ProxyAsked): Promise<void> {
    if (!(await isInstalled())) throw new Stop(MISSING)
    writeFileSync(this.#file, proxyConfig(asked))
    const { code, output } = await run('haproxy', ['-c', '-f', this.#file])
    if (code !== 0) throw new Stop(`${output}\nHAProxy does not take ${this.#file}.`)
  }

  /** Resolves when it takes connections. */
  async start(): Promise<void> {
    const child = spawn('haproxy', ['-db', '-f', this.#file], { stdio: 'ignore' })
    this.#child = child
    let over = false
    this.#ended = new Promise((resolve) => {
      child.on('error', () => resolve(127))
      child.on('exit', (code) => resolve(code ?? 1))
    })
    this.#ended.then(() => (over = true))
    while (!over && !(await listens(this.#port))) await sleep(10)
    if (over) throw new Stop('HAProxy ended at once.')
  }

  get ended(): Promise<number> {
    return this.#ended
  }

  get pid(): number {
    return this.#child?.pid ?? 0
  }

  /** SIGTERM: connections are cut. Resolves when it is gone. */
  async stop(): Promise<void> {
    this.#child?.kill('SIGTERM')
    await this.#ended
  }
}

/** Asked by a connection: trying to listen there would be in its way. */
function listens(port: number) {
  return new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
