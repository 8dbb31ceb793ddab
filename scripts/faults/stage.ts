// What every fault needs: a data folder, a production server on it that can be killed and started again, and somebody to lose something.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { StrategyName } from '../../lib/strategies/strategy.ts'
import { type Environment, migrate } from '../prepare.ts'
import { freePort, type Served, type Server, serve } from '../serve.ts'
import { guest, newOwner, type Owner, signedIn } from '../visitors.ts'

export const LANES = ['cookie', 'session', 'jwt'] as const satisfies StrategyName[]

/** Long enough for a whole run: what is tried here is not the expiry. */
const LONG = { jwt: { accessLife: 900 } }

export class Stage {
  readonly #work = mkdtempSync(join(tmpdir(), 'remember-me-fault-'))
  readonly folder: string
  readonly env: Environment & { DATA_DIR: string }
  /** Of the server; set when it is first started. */
  port = 0
  origin = ''
  #server: Server | null = null

  /** @param folder where the data lie, if not in a folder of the stage's own */
  constructor(env: Environment = {}, folder?: string) {
    this.folder = folder ?? join(this.#work, 'data')
    const { DATABASE_URL: _url, APP_ORIGIN: _app, ATTACKER_ORIGIN: _attacker, ...rest } = process.env
    this.env = { ...rest, DATA_DIR: this.folder, RATE_LIMIT_SCALE: '1000000', LOG_LEVEL: 'silent', ...env }
  }

  /** @throws when none was started */
  get server(): Server {
    if (!this.#server) throw new Error('No server was started')
    return this.#server
  }

  set server(server: Server) {
    this.#server = server
  }

  get file() {
    return join(this.folder, 'shop.db')
  }

  /** Returns after how many milliseconds it answered. @param output where its log goes */
  async start(env: Environment = {}, output: Served['output'] = process.env.SHOW ? undefined : false) {
    const from = performance.now()
    if (!this.#server) await migrate(this.env)
    this.port ||= await freePort()
    this.#server = await serve({
      port: this.port,
      env: { ...this.env, ...env },
      output,
    })
    this.origin = `http://localhost:${this.port}`
    return performance.now() - from
  }

  async kill() {
    this.server.kill()
    await this.server.ended
  }

  /** Returns the exit code. */
  async stop() {
    this.server.stop()
    return this.server.ended
  }

  async end() {
    this.#server?.kill()
    await this.#server?.ended
    rmSync(this.#work, { recursive: true, force: true })
  }

  async owner(dials: object = LONG) {
    const owner = await newOwner([this.origin])
    await owner.turn(dials)
    return owner
  }

  /** Somebody with a cart, in a sandbox of his own. */
  guest = async (lane: StrategyName) => guest(await this.owner(), lane)

  signedIn = (lane: StrategyName, owner: Owner) => signedIn(owner, lane)

  health = async () => (await fetch(`${this.origin}/api/health`)).status

  /** Another process's view of the file. */
  open = (path = this.file) => new DatabaseSync(path)
}

/** Runs `work` on a stage that is gone afterwards. */
export async function onStage<T>(
  work: (stage: Stage) => Promise<T>,
  env?: Environment,
  folder?: string,
): Promise<T> {
  const stage = new Stage(env, folder)
  try {
    return await work(stage)
  } finally {
    await stage.end()
  }
}

export const times = <T>(count: number, work: (nth: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, nth) => work(nth)))
