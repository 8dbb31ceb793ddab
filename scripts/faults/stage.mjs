// What every fault needs: a data folder, a production server on it that can be killed and started again, and somebody to lose something.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { migrate } from '../prepare.mjs'
import { freePort, serve } from '../serve.mjs'
import { guest, newOwner, signedIn } from '../visitors.ts'

export const LANES = ['cookie', 'session', 'jwt']

/** Long enough for a whole run: what is tried here is not the expiry. */
const LONG = { jwt: { accessLife: 900 } }

export class Stage {
  #work = mkdtempSync(join(tmpdir(), 'remember-me-fault-'))
  server = null

  /** @param folder where the data lie, if not in a folder of the stage's own */
  constructor(env = {}, folder = join(this.#work, 'data')) {
    this.folder = folder
    const { DATABASE_URL: _url, APP_ORIGIN: _app, ATTACKER_ORIGIN: _attacker, ...rest } = process.env
    this.env = { ...rest, DATA_DIR: folder, RATE_LIMIT_SCALE: '1000000', LOG_LEVEL: 'silent', ...env }
  }

  get file() {
    return join(this.folder, 'shop.db')
  }

  /** Returns after how many milliseconds it answered. @param output where its log goes */
  async start(env = {}, output = process.env.SHOW ? undefined : false) {
    const from = performance.now()
    if (!this.server) await migrate(this.env)
    this.port ??= await freePort()
    this.server = await serve({
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
    this.server?.kill()
    await this.server?.ended
    rmSync(this.#work, { recursive: true, force: true })
  }

  async owner(dials = LONG) {
    const owner = await newOwner([this.origin])
    await owner.turn(dials)
    return owner
  }

  /** Somebody with a cart, in a sandbox of his own. */
  guest = async (lane) => guest(await this.owner(), lane)

  signedIn = (lane, owner) => signedIn(owner, lane)

  health = async () => (await fetch(`${this.origin}/api/health`)).status

  /** Another process's view of the file. */
  open = (path = this.file) => new DatabaseSync(path)
}

/** Runs `work` on a stage that is gone afterwards. */
export async function onStage(work, ...given) {
  const stage = new Stage(...given)
  try {
    return await work(stage)
  } finally {
    await stage.end()
  }
}

export const times = (count, work) => Promise.all(Array.from({ length: count }, (_, nth) => work(nth)))

/** 0 to 1 of the values lie below. */
export function quantile(values, part) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0
}
