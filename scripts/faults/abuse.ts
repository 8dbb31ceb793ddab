// Abuse beside an honest visitor, against the server as `npm run demo` starts it: its heap, its limits. The visitor comes from another network
// address and is another thread, so that what the abuse costs the client is not taken for the server's.
import { readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { residentBytes } from '../machine.ts'
import type { Seen } from './fault.ts'
import { onStage, type Stage, times } from './stage.ts'
import { Stranger } from './stranger.ts'
import type { Asked, Besides, Served } from './visitor.ts'

/** MB, resident: the container has 1400, and 800 is where docs/running.md says to act. */
const MEMORY = 700
/** Milliseconds. */
const IN_TIME = 1000
/** A run of a lab: so many times what it takes while nobody else runs one. */
const LAB = 4
/** Of the memory of before. */
const BACK = 1.2
/** Seconds. */
const BACK_WITHIN = 60
/** As `npm run demo` starts it. */
export const DEFAULTS = { RATE_LIMIT_SCALE: '1', LOG_LEVEL: 'warn' }

export const PROMISE = `an honest visitor is served within ${IN_TIME / 1000} s (95 %) and never refused; ${MEMORY} MB at most; within a minute no more than a fifth above what it was before`

export interface Call {
  stage: Stage
  abuser: Stranger
  quick: boolean
  /** Milliseconds; fewer of them in a quick run. */
  seconds(many: number): number
}

/** With what was prepared for it. */
export interface Abuse<Prepared = unknown> extends Call {
  prepared: Prepared
}

export interface Part {
  name: string
  /** What the visitor does besides. */
  wants?: Besides
  /** Comes before anything is measured. */
  prepare?(call: Call): Promise<unknown>
  /** Says what it saw, and how much of that was wrong. */
  abuse(call: Abuse): Promise<Saw>
}

interface Saw {
  tried: string
  wrong?: number
  note: string
}

/** One after the other, each against a server of its own. */
export async function suffered(parts: readonly Part[], quick: boolean): Promise<Seen> {
  if (process.platform !== 'linux')
    return { tried: 'nothing', lost: 0, ok: true, note: 'not tried: a second loopback address needs Linux' }
  const seen = []
  for (const part of parts) seen.push(await onStage((stage) => suffer(stage, part, quick), DEFAULTS))
  const lost = seen.reduce((sum, { wrong }) => sum + wrong, 0)
  return {
    tried: seen.map(({ tried }) => tried).join('; '),
    lost,
    ok: lost === 0 && seen.every(({ ok }) => ok),
    note: seen.map(({ note }) => note).join('; '),
  }
}

async function suffer(stage: Stage, { name, wants, prepare, abuse }: Part, quick: boolean) {
  await stage.start()
  await warmUp(new Stranger(stage.port, '127.0.0.3'), quick ? 2 : 10)
  const abuser = new Stranger(stage.port, '127.0.0.2')
  const call: Call = { stage, abuser, quick, seconds: (many: number) => 1000 * (quick ? many / 5 : many) }
  const prepared = await prepare?.(call)
  const visitor = await Visitor.come(stage, wants)
  await sleep(quick ? 2000 : 10_000)
  const calm = await visitor.seen()
  const { pid } = stage.server
  const before = resident(pid)
  forgetHighest(pid)
  const saw = await abuse({ ...call, prepared }).finally(() => abuser.end())
  const highest = residentAtMost(pid)
  const served = await visitor.seen()
  const back = await comesBack(pid, before, quick ? 10 : BACK_WITHIN)
  await visitor.go()
  const alive = (await stage.health().catch(() => 0)) === 200
  return told({ name, before, highest, calm, served, back, alive, saw })
}

interface Told {
  name: string
  /** MB. */
  before: number
  highest: number
  calm: Served
  served: Served
  back: { now: number; seconds: number }
  alive: boolean
  saw: Saw
}

function told({ name, before, highest, calm, served, back, alive, saw }: Told) {
  const { tried, wrong = 0, note } = saw
  const inTime = Object.entries(served.late).every(
    ([kind, ms]) => ms <= (kind === 'lab' ? LAB * (calm.late.lab ?? 0) : IN_TIME),
  )
  const ok = alive && inTime && highest <= MEMORY && back.now <= BACK * before
  const late = Object.entries(served.late).map(
    ([kind, ms]) => `${kind} ${ms.toFixed(0)} (${calm.late[kind]?.toFixed(0)} before)`,
  )
  const words = [
    `${name}: honest ${late.join(', ')} ms (95 % of ${served.asked})`,
    served.refused > 0 && `${served.refused} times refused (${served.why})`,
    `${before} MB, ${highest} at most, ${back.now} after ${back.seconds} s`,
    !alive && 'the server is gone',
    note,
  ]
  return { tried, ok, wrong: wrong + served.refused, note: words.filter(Boolean).join(', ') }
}

/** What ordinary visitors leave behind is there before: compiled code, caches, a heap of ordinary size. */
async function warmUp(visitors: Stranger, seconds: number) {
  const until = performance.now() + 1000 * seconds
  const { Cookie } = await visitors.sandbox()
  await times(4, async () => {
    while (performance.now() < until)
      for (const path of ['/', '/code', '/session', '/api/sandbox/exchanges', '/api/catalogue']) {
        await visitors.ask('GET', path, { Cookie })
        await sleep(40)
      }
  })
  visitors.end()
}

/** Whoever is served in the meantime. */
class Visitor {
  readonly thread: Worker

  private constructor(asked: Asked) {
    this.thread = new Worker(new URL('./visitor.ts', import.meta.url), { workerData: asked })
  }

  static async come({ origin }: Stage, wants: Besides | null = null) {
    const visitor = new Visitor({ origin, wants })
    await visitor.#answer()
    return visitor
  }

  /** Since it was last asked. */
  async seen(): Promise<Served> {
    this.thread.postMessage('tell')
    return (await this.#answer()) as Served
  }

  go = () => this.thread.terminate()

  #answer() {
    return new Promise((resolve, reject) => {
      this.thread.once('message', resolve)
      this.thread.once('error', reject)
    })
  }
}

async function comesBack(pid: number, before: number, within: number) {
  const from = performance.now()
  const passed = () => Math.round((performance.now() - from) / 1000)
  while (resident(pid) > BACK * before && passed() < within) await sleep(500)
  return { now: resident(pid), seconds: passed() }
}

/** MB; 0: the process is gone. */
const resident = (pid: number) => Math.round(residentBytes(pid) / 1e6)
export const residentAtMost = (pid: number) => Math.round(residentBytes(pid, 'VmHWM') / 1e6)

/** proc(5), clear_refs: the highest resident set is counted from now on. */
const forgetHighest = (pid: number) => writeFileSync(`/proc/${pid}/clear_refs`, '5')

/** Milliseconds of processor, in hundredths of a second (proc(5), stat: utime and stime). */
export function processorTime(pid: number) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return 10 * (Number(fields[11]) + Number(fields[12]))
}
