// Two cells behind a real proxy, with writers and open panels in both.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isInstalled } from '../cells/haproxy.ts'
import { type Cell, type CellSite, cellSite } from '../cells/site.ts'
import { freePort } from '../serve.ts'
import { guest, newOwner, type Owner } from '../visitors.ts'
import type { Seen } from './fault.ts'
import { Writer } from './writers.ts'

/** Long enough for a whole run. */
const LONG = { jwt: { accessLife: 900 } }

/** Of one cell, with its panel. */
export interface CellWriter extends Writer {
  owner: Owner
  cell: string
}

/** Runs `work` on a site that is gone afterwards; without a proxy the line says so. */
export async function onCells(work: (site: CellSite) => Promise<Seen>): Promise<Seen> {
  if (!(await isInstalled()))
    return { tried: 'nothing', lost: 0, ok: true, note: 'not tried: HAProxy is not installed' }
  const folder = mkdtempSync(join(tmpdir(), 'remember-me-cells-'))
  const {
    DATABASE_URL: _url,
    APP_ORIGIN: _app,
    ATTACKER_ORIGIN: _attacker,
    CELL: _cell,
    ...rest
  } = process.env
  const env = { ...rest, RATE_LIMIT_SCALE: '1000000', LOG_LEVEL: 'silent' }
  const site = await cellSite({ port: await freePort(), folder, env, names: ['a', 'b'], output: false })
  try {
    await site.start()
    return await work(site)
  } finally {
    await Promise.all(site.cells.map((cell) => cell.kill()))
    await site.proxy.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

export const cellOf = ({ sandbox }: Pick<Owner, 'sandbox'>): string => sandbox.split('-', 1)[0]!

/** So many in each cell: the proxy sends each newcomer to the next one. */
export async function writersIn({ origin, cells }: CellSite, ofEach: number): Promise<CellWriter[]> {
  const writers: CellWriter[] = []
  const many = (cell: string) => writers.filter((one) => one.cell === cell).length
  while (cells.some(({ name }) => many(name) < ofEach)) {
    const owner = await newOwner([origin])
    const cell = cellOf(owner)
    if (many(cell) >= ofEach) continue
    await owner.turn(LONG)
    const client = await guest(owner, many(cell) % 2 ? 'jwt' : 'session')
    writers.push(Object.assign(new Writer(client), { owner, cell }))
  }
  return writers
}

/** Answers that are none of a cell that works, and requests without one. */
export const harmed = (writers: readonly Writer[]): number =>
  writers.reduce((sum, { answers, unknown }) => {
    const refused = [...answers].filter(([status]) => status !== 200)
    return sum + unknown + refused.reduce((all, [, count]) => all + count, 0)
  }, 0)

/** An open page: its event stream, which comes back as a browser's does, and what it was told. */
export class OpenPanel {
  readonly #origin: string
  readonly #owner: Owner
  readonly #leave = new AbortController()
  /** By name. */
  readonly told = new Map<string, number>()
  /** How often its stream was opened. */
  opened = 0
  #last: string | null = null
  readonly #over: Promise<void>

  constructor({ origin }: CellSite, owner: Owner) {
    this.#origin = origin
    this.#owner = owner
    this.#over = this.#listen()
  }

  async #listen() {
    while (!this.#leave.signal.aborted) {
      await this.#once().catch(() => {})
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  async #once() {
    const headers = { ...this.#owner.headers, ...(this.#last && { 'Last-Event-ID': this.#last }) }
    const answer = await fetch(`${this.#origin}/api/sandbox/events`, { headers, signal: this.#leave.signal })
    if (answer.status !== 200) {
      await answer.body?.cancel()
      return
    }
    this.opened++
    let rest = ''
    try {
      for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
        const events = (rest + chunk).split('\n\n')
        rest = events.pop() ?? ''
        for (const event of events) this.#hear(event)
      }
    } catch {
      // Broken off: a browser comes back likewise.
    }
  }

  #hear(event: string) {
    const [, name, id] = /^event: (\w+)\nid: (.+)/.exec(event) ?? []
    if (!name) return
    this.#last = id ?? null
    this.told.set(name, (this.told.get(name) ?? 0) + 1)
  }

  times = (name: string): number => this.told.get(name) ?? 0

  async leave() {
    this.#leave.abort()
    await this.#over
  }
}

export const named = ({ cells }: CellSite, name: string): Cell => cells.find((cell) => cell.name === name)!

/** Resolves when it is so. @throws after so many milliseconds */
export async function eventually(what: string, isSo: () => boolean | Promise<boolean>, within = 20_000) {
  const until = performance.now() + within
  while (!(await isSo())) {
    if (performance.now() > until) throw new Error(`Never: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
