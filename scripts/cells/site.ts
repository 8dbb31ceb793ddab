// Cells of one machine behind a proxy: each a server with a data folder of its own.
import { mkdirSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import type { Environment } from '../prepare.ts'
import { freePort, type Served, type Server, serve } from '../serve.ts'
import { FrontProxy } from './haproxy.ts'

export interface SiteAsked {
  /** Of the proxy. */
  port: number
  /** Of data: each cell has one of its name below it. */
  folder: string
  names: readonly string[]
  /** Of all cells. */
  env: Environment
  /** A certificate with its key beside it; null: plain http. */
  certificate?: string | null
  /** Where the proxy listens; without it on this machine alone. */
  host?: string
  output?: Served['output']
}

/** `localhost` may mean either; where there is no IPv6 HAProxy would not start for it. */
function loopbacks() {
  const all = Object.values(networkInterfaces()).flatMap((one) => one ?? [])
  return ['127.0.0.1', ...(all.some(({ address }) => address === '::1') ? ['[::1]'] : [])]
}

/** a, b, c, … */
export const namesOf = (count: number): string[] =>
  Array.from({ length: count }, (_, nth) => String.fromCharCode('a'.charCodeAt(0) + nth))

export class Cell {
  readonly name: string
  readonly folder: string
  readonly port: number
  readonly #env: Environment
  readonly #output: Served['output']
  server: Server | null = null

  constructor(name: string, folder: string, port: number, env: Environment, output: Served['output']) {
    this.name = name
    this.folder = folder
    this.port = port
    this.#env = env
    this.#output = output
  }

  async start(): Promise<void> {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 })
    const own = { CELL: this.name, DATA_DIR: this.folder }
    this.server = await serve({ port: this.port, env: { ...this.#env, ...own }, output: this.#output })
  }

  async kill(): Promise<void> {
    this.server?.kill()
    await this.server?.ended
  }

  async stop(): Promise<void> {
    this.server?.stop()
    await this.server?.ended
  }
}

export class CellSite {
  readonly origin: string
  readonly cells: Cell[]
  readonly proxy: FrontProxy
  readonly #asked: SiteAsked

  constructor(asked: SiteAsked, cells: Cell[]) {
    this.#asked = asked
    this.cells = cells
    this.origin = originAt('localhost', asked)
    mkdirSync(asked.folder, { recursive: true })
    this.proxy = new FrontProxy(join(asked.folder, 'haproxy.cfg'), asked.port)
  }

  async start(): Promise<void> {
    const { port, certificate, host } = this.#asked
    await this.proxy.write({
      cells: this.cells.map(({ name, port: at }) => ({ name, at: `127.0.0.1:${at}` })),
      bind: (host ? [host] : loopbacks()).map((address) => `${address}:${port}`),
      certificates: certificate ? [certificate] : [],
      // On this machine other programs have the same name.
      promises: false,
    })
    await Promise.all(this.cells.map((cell) => cell.start()))
    await this.proxy.start()
  }

  async stop(): Promise<void> {
    await this.proxy.stop()
    await Promise.all(this.cells.map((cell) => cell.stop()))
  }
}

/** Nothing is started yet. */
export async function cellSite(asked: SiteAsked): Promise<CellSite> {
  const env = {
    APP_ORIGIN: originAt('localhost', asked),
    ATTACKER_ORIGIN: originAt('127.0.0.1', asked),
    TRUSTED_PROXY_HOPS: '1',
    ...asked.env,
  }
  const ports: number[] = []
  for (const _ of asked.names) ports.push(await freePort())
  const cells = asked.names.map(
    (name, nth) => new Cell(name, join(asked.folder, name), ports[nth]!, metered(env, nth), asked.output),
  )
  return new CellSite(asked, cells)
}

/** Each tells its figures on a port of its own. */
const metered = (env: Environment, nth: number): Environment =>
  env.METRICS_PORT ? { ...env, METRICS_PORT: String(Number(env.METRICS_PORT) + nth) } : env

const originAt = (host: string, { port, certificate }: SiteAsked) =>
  `${certificate ? 'https' : 'http'}://${host}:${port}`
