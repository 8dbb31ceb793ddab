// Abuse beside an honest visitor, against the server as `npm run demo` starts it: its heap, its limits. The visitor comes from another network
// address and is another thread, so that what the abuse costs the client is not taken for the server's.
import { readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { onStage, times } from './stage.mjs'
import { Stranger } from './stranger.mjs'

/** MB, resident: the container has 1000, and 800 is where docs/running.md says to act. */
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

/**
 * One after the other, each against a server of its own.
 *
 * @param parts of `{ name, wants?, prepare?, abuse }`: `wants` is what the visitor does besides, `prepare` comes before anything is measured and
 *   its result is given to `abuse`, which says what it saw and what of that was wrong
 */
export async function suffered(parts, quick) {
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

async function suffer(stage, { name, wants, prepare, abuse }, quick) {
  await stage.start()
  await warmUp(new Stranger(stage.port, '127.0.0.3'), quick ? 2 : 10)
  const abuser = new Stranger(stage.port, '127.0.0.2')
  const call = { stage, abuser, quick, seconds: (many) => 1000 * (quick ? many / 5 : many) }
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

function told({ name, before, highest, calm, served, back, alive, saw }) {
  const { tried, wrong = 0, note } = saw
  const inTime = Object.entries(served.late).every(
    ([kind, ms]) => ms <= (kind === 'lab' ? LAB * calm.late.lab : IN_TIME),
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
async function warmUp(visitors, seconds) {
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
  static async come(stage, wants = null) {
    const visitor = new Visitor()
    visitor.thread = new Worker(new URL('./visitor.mjs', import.meta.url), {
      workerData: { origin: stage.origin, wants },
    })
    await visitor.#answer()
    return visitor
  }

  /** Since it was last asked. */
  async seen() {
    this.thread.postMessage('tell')
    return this.#answer()
  }

  go = () => this.thread.terminate()

  #answer() {
    return new Promise((resolve, reject) => {
      this.thread.once('message', resolve)
      this.thread.once('error', reject)
    })
  }
}

async function comesBack(pid, before, within) {
  const from = performance.now()
  const passed = () => Math.round((performance.now() - from) / 1000)
  while (resident(pid) > BACK * before && passed() < within) await sleep(500)
  return { now: resident(pid), seconds: passed() }
}

/** MB; 0: the process is gone. */
const resident = (pid) => memory(pid, /VmRSS:\s+(\d+)/)
export const residentAtMost = (pid) => memory(pid, /VmHWM:\s+(\d+)/)

function memory(pid, field) {
  try {
    return Math.round(
      (Number(field.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024) / 1e6,
    )
  } catch {
    return 0
  }
}

/** proc(5), clear_refs: the highest resident set is counted from now on. */
const forgetHighest = (pid) => writeFileSync(`/proc/${pid}/clear_refs`, '5')

/** Milliseconds of processor, in hundredths of a second (proc(5), stat: utime and stime). */
export function processorTime(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return 10 * (Number(fields[11]) + Number(fields[12]))
}
